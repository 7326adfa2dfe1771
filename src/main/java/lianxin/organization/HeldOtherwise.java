package lianxin.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lianxin.organization.PostQueries.Held;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import org.jspecify.annotations.Nullable;

/**
 * What a list says otherwise than the register about a post that somebody holds: a list fills posts and changes none, and
 * what it would not do it must not call unchanged. An empty cell says nothing.
 */
final class HeldOtherwise {

    private HeldOtherwise() {}

    static List<Complaint> of(
            Held held, Line line, Instant from, @Nullable Instant to, Set<String> lines, ZoneId zone) {
        var cells = line.cells();
        var otherwise = new ArrayList<Complaint>();
        if (!cells.get(3).isEmpty() && !from.equals(held.from()))
            otherwise.add(differs(cells, "from", LocalDate.ofInstant(held.from(), zone) + ""));
        if (to != null && !Objects.equals(to, held.to())) otherwise.add(differs(cells, "to", lastDay(held.to(), zone)));
        if (!lines.isEmpty() && !lines.equals(held.lines()))
            otherwise.add(differs(cells, "lines", String.join("、", held.lines())));
        if (!cells.get(6).isEmpty() && !cells.get(6).equals(held.duty()))
            otherwise.add(differs(cells, "duty", held.duty()));
        return otherwise;
    }

    private static Complaint differs(List<String> cells, String column, String held) {
        return Complaint.of(
                "imports.posts.differs", cells.getFirst(), "@imports.posts." + column, held.isEmpty() ? "—" : held);
    }

    private static String lastDay(@Nullable Instant end, ZoneId zone) {
        return end == null ? "" : LocalDate.ofInstant(end, zone).minusDays(1) + "";
    }
}
