package lianxin.linkage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lianxin.organization.Actor;
import lianxin.organization.Chair;
import lianxin.organization.Chairs;
import lianxin.organization.Chairs.Sitting;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Contact points in the words of the reader: between which seat and what. How they are kept is told to whoever sits there,
 * and to the office that keeps the list, and to nobody else.
 */
@Component
class LinkViews {

    private final LinkageRules rules;
    private final Frequency frequency;
    private final Chairs chairs;
    private final LinkNames names;
    private final Clock clock;

    LinkViews(LinkageRules rules, Frequency frequency, Chairs chairs, LinkNames names, Clock clock) {
        this.rules = rules;
        this.frequency = frequency;
        this.chairs = chairs;
        this.names = names;
        this.clock = clock;
    }

    /**
     * One contact point.
     *
     * @param object what it is tied to
     * @param by the unit that answers for the object, where this is something of a unit's; else empty
     * @param holders names of those on the seat, for readers of the unit's posts; empty for others
     * @param vacant whether nobody sits there
     * @param kept null for a reader whom it does not concern
     */
    record Line(
            Link link,
            String object,
            String by,
            String system,
            String category,
            String seat,
            UnitId unit,
            String unitName,
            List<String> holders,
            boolean vacant,
            Frequency.@Nullable Kept kept) {

        boolean idle() {
            return kept != null && kept.idle();
        }

        String url() {
            return "/links/" + link.id();
        }

        @Nullable
        LocalDate last() {
            return kept == null ? null : kept.last();
        }

        @Nullable
        LocalDate due() {
            return kept == null ? null : kept.due();
        }
    }

    List<Line> lines(Collection<Link> links, Instant at, Actor reader, Shell shell) {
        var reading = new Reading(at, reader, shell);
        return links.stream().map(reading::line).toList();
    }

    Line line(Link link, Instant at, Actor reader, Shell shell) {
        return new Reading(at, reader, shell).line(link);
    }

    /** Seats of these roles on which somebody sits then. */
    Set<Chair> seats(Set<String> roles, Instant at) {
        return chairs.inRoles(roles, at).stream()
                .map(Sitting::chair)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private final class Reading {

        private final Instant at;
        private final Actor reader;
        private final Shell shell;
        private final Map<Chair, List<Sitting>> sitting;
        private final Set<Chair> own;
        private final Frequency.Day day;

        Reading(Instant at, Actor reader, Shell shell) {
            this.at = at;
            this.reader = reader;
            this.shell = shell;
            this.sitting = chairs.inRoles(rules.seats(), at).stream().collect(Collectors.groupingBy(Sitting::chair));
            this.own = chairs.of(reader, clock.instant()).stream()
                    .map(Sitting::chair)
                    .collect(Collectors.toSet());
            this.day = frequency.on(at);
        }

        Line line(Link link) {
            var seat = link.seat();
            var there = sitting.getOrDefault(seat, List.of());
            var concerned = own.contains(seat) || reader.may(May.KEEP_LINKS, seat.unit());
            return new Line(
                    link,
                    names.object(link, at),
                    link.title().isEmpty() ? "" : names.at(link.object(), at),
                    rules.systemName(link.system()).in(shell.locale()),
                    rules.categoryName(link).in(shell.locale()),
                    names.seat(seat, shell.locale()),
                    seat.unit(),
                    names.at(seat.unit(), at),
                    concerned || reader.may(May.LOOK_UP, seat.unit())
                            ? there.stream().map(Sitting::name).toList()
                            : List.of(),
                    there.isEmpty(),
                    concerned ? day.of(link) : null);
        }
    }
}
