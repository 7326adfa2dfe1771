package lianxin.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lianxin.organization.StructureRules.OnDuty;
import lianxin.platform.Shell;
import lianxin.platform.WorkingCalendar;
import lianxin.playbook.Playbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of a desk's roster shows: two weeks of shifts with their gaps, and the steps the reader may take. */
@Component
class RosterViews {

    static final int DAYS = 14;

    private final ShiftRows shifts;
    private final Handovers handovers;
    private final DutyDesks desks;
    private final PostQueries posts;
    private final DutyRules rules;
    private final Trees trees;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RosterViews(
            ShiftRows shifts,
            Handovers handovers,
            DutyDesks desks,
            PostQueries posts,
            Playbook playbook,
            Trees trees,
            WorkingCalendar calendar,
            Clock clock) {
        this.shifts = shifts;
        this.handovers = handovers;
        this.desks = desks;
        this.posts = posts;
        this.rules = DutyRules.of(playbook);
        this.trees = trees;
        this.calendar = calendar;
        this.clock = clock;
    }

    Board board(UnitId desk, @Nullable LocalDate asked, Actor reader, Shell shell) {
        var unit = trees.now().unit(desk);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone());
        var first = asked == null ? today : asked;
        var from = first.atStartOfDay(zone()).toInstant();
        var to = first.plusDays(DAYS).atStartOfDay(zone()).toInstant();
        var planned = shifts.between(desk, from, to);
        return new Board(
                desk.number(),
                unit.name(),
                rules.role() != null && unit.holdsCases(),
                reader.may(May.PLAN_DUTY, desk),
                desks.telephone(desk, now).orElse(""),
                lines(planned, now, reader, shell),
                people(desk, now),
                today,
                first,
                first.plusDays(DAYS - 1L),
                "/units/" + desk.number() + "/roster?from=" + first.minusDays(DAYS),
                "/units/" + desk.number() + "/roster?from=" + first.plusDays(DAYS));
    }

    private List<Line> lines(List<Shift> planned, Instant now, Actor reader, Shell shell) {
        var told = handovers.of(planned.stream().map(Shift::id).toList());
        var lines = new ArrayList<Line>();
        for (var it : planned) lines.add(line(it, planned, told, now, reader, shell));
        gaps(planned, now).forEach(it -> lines.add(Line.gap(it.from(), it.to())));
        lines.sort(Comparator.comparing(Line::from));
        return lines;
    }

    /** Up to the end of what is planned; behind it lies no gap, only what nobody has planned yet. */
    private List<DutyGaps.Gap> gaps(List<Shift> planned, Instant now) {
        if (planned.isEmpty()) return List.of();
        var last =
                planned.stream().map(Shift::to).max(Comparator.naturalOrder()).orElse(now);
        var start = planned.getFirst().from().isAfter(now) ? planned.getFirst().from() : now;
        if (!start.isBefore(last)) return List.of();
        var ahead = (int) Duration.between(start, last).toDays() + 1;
        return new DutyGaps(start, planned, calendar)
                .at(planned.getFirst().desk(), new OnDuty(Set.of(), OnDuty.Hours.AROUND_THE_CLOCK, ahead)).stream()
                        .filter(it -> it.from().isBefore(last))
                        .toList();
    }

    private Line line(
            Shift it, List<Shift> all, Map<ShiftId, Handovers.Handover> told, Instant now, Actor reader, Shell shell) {
        var handover = told.get(it.id());
        var person = reader.person().orElse(null);
        var mine = person != null && it.has(person);
        var taken = handover != null && handover.takenAt() != null;
        var hands = mine
                && !taken
                && !now.isBefore(it.from())
                && now.isBefore(it.to().plus(Handovers.AFTERWARDS));
        var takes = person != null
                && handover != null
                && !taken
                && all.stream()
                        .anyMatch(next -> !next.from().isBefore(it.to())
                                && next.has(person)
                                && next.overlaps(now, now.plus(Duration.ofMinutes(30))));
        var state = !now.isBefore(it.to())
                ? (taken ? "taken" : handover == null ? "not-handed" : "handed")
                : it.at(now) ? "now" : "ahead";
        return new Line(
                it.id(),
                rules.name(it.kind()).in(shell.locale()),
                it.from(),
                it.to(),
                it.first(),
                it.second(),
                state,
                handover == null ? "" : handover.note(),
                hands,
                takes,
                now.isBefore(it.to()));
    }

    /** Everybody with a post in the unit, once. */
    private List<Shift.Colleague> people(UnitId desk, Instant now) {
        return posts.inUnit(desk, now).stream()
                .map(it -> new Shift.Colleague(it.person(), it.name()))
                .distinct()
                .sorted(Comparator.comparing(Shift.Colleague::name))
                .toList();
    }

    /** The reader's own shifts that are not over for longer than they can be handed over. */
    List<Mine> of(Actor reader, Shell shell) {
        var now = clock.instant();
        var tree = trees.now();
        return reader.person().map(it -> shifts.of(it, now.minus(Handovers.AFTERWARDS))).stream()
                .flatMap(List::stream)
                .map(it -> new Mine(
                        tree.has(it.desk()) ? tree.unit(it.desk()).name() : "",
                        "/units/" + it.desk().number() + "/roster",
                        rules.name(it.kind()).in(shell.locale()),
                        it.from(),
                        it.to(),
                        it.names(),
                        it.at(now)))
                .toList();
    }

    private ZoneId zone() {
        return calendar.zone();
    }

    /** @param keeps whether a roster can be kept here */
    record Board(
            int number,
            String unit,
            boolean keeps,
            boolean plans,
            String telephone,
            List<Line> lines,
            List<Shift.Colleague> people,
            LocalDate today,
            LocalDate from,
            LocalDate to,
            String before,
            String after) {

        boolean manned() {
            return lines.stream().anyMatch(it -> it.state.equals("now"));
        }
    }

    /** @param id none for a gap */
    record Line(
            @Nullable ShiftId id,
            String kind,
            Instant from,
            Instant to,
            Shift.@Nullable Colleague first,
            Shift.@Nullable Colleague second,
            String state,
            String note,
            boolean hands,
            boolean takes,
            boolean changes) {

        static Line gap(Instant from, Instant to) {
            return new Line(null, "", from, to, null, null, "gap", "", false, false, false);
        }

        String names() {
            return Stream.of(first, second)
                    .filter(it -> it != null)
                    .map(Shift.Colleague::name)
                    .reduce((one, other) -> one + " / " + other)
                    .orElse("");
        }

        boolean has(Shift.Colleague colleague, boolean asSecond) {
            return colleague.equals(asSecond ? second : first);
        }
    }

    record Mine(String desk, String url, String kind, Instant from, Instant to, String names, boolean now) {}
}
