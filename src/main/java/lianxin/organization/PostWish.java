package lianxin.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lianxin.platform.Screening;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import org.jspecify.annotations.Nullable;

/** Who is to sit where, as a line of a list says it; the role is null where nobody knows it. */
record PostWish(
        String person,
        String unit,
        @Nullable Role role,
        Instant from,
        @Nullable Instant to,
        Set<String> lines,
        String duty) {

    private static final int LONGEST_NAME = 30;

    static PostWish of(Line line, Instant from, OrganizationRules rules, ZoneId zone, List<Complaint> reasons) {
        var cells = line.cells();
        var name = cells.get(0);
        if (name.isEmpty()) reasons.add(Complaint.of("imports.empty", "@imports.posts.person"));
        else if (name.length() > LONGEST_NAME) reasons.add(Complaint.of("posts.name", LONGEST_NAME));
        else if (!Screening.findings(name).isEmpty()) reasons.add(Complaint.of("posts.name-only"));
        var role = rules.roles().stream()
                .filter(it -> it.key().equals(cells.get(2))
                        || it.name().zh().equals(cells.get(2))
                        || it.name().en().equalsIgnoreCase(cells.get(2)))
                .findFirst()
                .orElse(null);
        if (role == null) reasons.add(Complaint.of("imports.unknown", "@imports.posts.role", cells.get(2)));
        else if (role.filing() != null)
            reasons.add(Complaint.of("posts.needs-filing", role.name().zh()));
        var lines = lines(cells.get(5), rules, reasons);
        if (role != null && role.ofLines() == lines.isEmpty())
            reasons.add(Complaint.of(
                    role.ofLines() ? "posts.lines-missing" : "posts.no-lines",
                    role.name().zh()));
        if (cells.get(6).length() > Posts.LONGEST_DUTY)
            reasons.add(Complaint.of("posts.duty-long", Posts.LONGEST_DUTY));
        var since = day(cells.get(3), 0, zone);
        var until = day(cells.get(4), 1, zone);
        var begins = since == null ? from : since;
        if (until != null && !begins.isBefore(until)) reasons.add(Complaint.of("organization.interval"));
        return new PostWish(name, cells.get(1), role, begins, until, lines, cells.get(6));
    }

    private static Set<String> lines(String said, OrganizationRules rules, List<Complaint> reasons) {
        var lines = new LinkedHashSet<String>();
        for (var word : said.split("[、,，;；\\s]+", -1)) {
            if (word.isEmpty()) continue;
            var line = rules.lines().stream()
                    .filter(it -> it.key().equals(word)
                            || it.name().zh().equals(word)
                            || it.name().en().equalsIgnoreCase(word))
                    .findFirst();
            if (line.isPresent()) lines.add(line.get().key());
            else reasons.add(Complaint.of("posts.line", word));
        }
        return lines;
    }

    /** None where no day is written, or none that can be read: that was complained of already. */
    private static @Nullable Instant day(String written, int later, ZoneId zone) {
        try {
            return written.isEmpty()
                    ? null
                    : LocalDate.parse(written)
                            .plusDays(later)
                            .atStartOfDay(zone)
                            .toInstant();
        } catch (DateTimeParseException complained) {
            return null;
        }
    }
}
