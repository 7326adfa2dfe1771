package lianxin.linkage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lianxin.linkage.LinkageRules.Category;
import lianxin.linkage.LinkageRules.LinkSystem;
import lianxin.organization.Chair;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many contact points of a system there are, and how many the playbook wants: in all, and of each group for each seat. */
@Component
class Gaps {

    private final LinkBook book;
    private final LinkViews views;

    Gaps(LinkBook book, LinkViews views) {
        this.book = book;
        this.views = views;
    }

    /**
     * A system counted.
     *
     * @param wanted null where the playbook names no number
     * @param seats seats with somebody on them
     */
    record Count(
            LinkSystem system,
            int there,
            @Nullable Integer wanted,
            int missing,
            int seats,
            List<Group> groups,
            List<Lack> shorts) {}

    record Group(Category category, int there, @Nullable Integer wanted) {}

    /** A seat that has fewer than it must; what is missing, not what is there. */
    record Lack(Chair seat, Category category, int missing) {}

    Count of(LinkSystem system, Instant at) {
        var links = book.in(system.key(), at);
        var seats = views.seats(system.seats(), at);
        var groups = new ArrayList<Group>();
        var shorts = new ArrayList<Lack>();
        for (var category : system.categories()) {
            var mine = links.stream()
                    .filter(it -> it.category().equals(category.key()))
                    .toList();
            var each = category.perSeat();
            groups.add(new Group(category, mine.size(), each == null ? null : each * seats.size()));
            if (each != null) shorts.addAll(shorts(category, each, mine, seats));
        }
        var target = system.target();
        var missing = target != null
                ? Math.max(0, target - links.size())
                : shorts.stream().mapToInt(Lack::missing).sum();
        return new Count(
                system, links.size(), target != null ? target : wanted(groups), missing, seats.size(), groups, shorts);
    }

    private static @Nullable Integer wanted(List<Group> groups) {
        Integer sum = null;
        for (var it : groups) if (it.wanted != null) sum = (sum == null ? 0 : sum) + it.wanted;
        return sum;
    }

    private static List<Lack> shorts(Category category, int each, List<Link> links, Set<Chair> seats) {
        var shorts = new ArrayList<Lack>();
        for (var seat : seats) {
            var there =
                    (int) links.stream().filter(it -> it.seat().equals(seat)).count();
            if (there < each) shorts.add(new Lack(seat, category, each - there));
        }
        return shorts;
    }
}
