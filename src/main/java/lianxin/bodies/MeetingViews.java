package lianxin.bodies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lianxin.bodies.BodyPage.Affair;
import lianxin.bodies.MeetingPage.Place;
import lianxin.bodies.MeetingPage.Side;
import lianxin.bodies.MeetingPage.Sitting;
import lianxin.bodies.MeetingPage.Topic;
import lianxin.bodies.MeetingPage.View;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.places.PlaceId;
import lianxin.platform.AsOf;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the page of one meeting shows. */
@Component
class MeetingViews {

    private final BodyBook bodies;
    private final UndertakingBook undertakings;
    private final Meetings meetings;
    private final UnitNames names;
    private final Titles titles;
    private final Trees trees;
    private final Days days;
    private final BodyRules rules;

    MeetingViews(
            BodyBook bodies,
            UndertakingBook undertakings,
            Meetings meetings,
            UnitNames names,
            Titles titles,
            Trees trees,
            Days days,
            BodyRules rules) {
        this.bodies = bodies;
        this.undertakings = undertakings;
        this.meetings = meetings;
        this.names = names;
        this.titles = titles;
        this.trees = trees;
        this.days = days;
        this.rules = rules;
    }

    View of(Undertaking meeting, AsOf asOf, Actor reader, Typed typed, @Nullable String problem) {
        var at = asOf.at();
        var body = bodies.must(meeting.body(), at);
        var all = undertakings.of(body.id(), at);
        var shown = all.stream()
                .filter(it -> it.part() == Part.TOPIC)
                .filter(it -> it.comesOf(meeting.id()) || it.open() && meeting.open())
                .sorted((one, other) ->
                        Integer.compare(one.id().number(), other.id().number()))
                .toList();
        var stated = meetings.positions(shown.stream().map(Undertaking::id).toList(), at);
        var units = units(body, at);
        var topics = new ArrayList<Topic>();
        var left = new ArrayList<Topic>();
        var today = days.or(asOf.on());
        for (var it : shown) {
            var topic = new Topic(
                    affair(it, today, at),
                    sides(it, units, stated, at),
                    all.stream()
                            .filter(one -> one.comesOf(it.id()))
                            .map(one -> affair(one, today, at))
                            .toList());
            (it.comesOf(meeting.id()) ? topics : left).add(topic);
        }
        return new View(
                body,
                asOf,
                affair(meeting, today, at),
                place(meeting, body),
                sitting(meeting, body, units, at),
                topics,
                left,
                resolutions(meeting, all, shown)
                        .map(it -> affair(it, today, at))
                        .toList(),
                undertakings.minutes(meeting.id(), at),
                called(all, at),
                asOf.now() && body.active() && !meeting.dropped() && BodyGuard.mayRun(reader, body.lead()),
                today,
                typed,
                problem,
                rules);
    }

    /** Of the meeting itself; once it was held also proposals of earlier ones, as long as they wait and when they were voted here. */
    private static Stream<Undertaking> resolutions(
            Undertaking meeting, List<Undertaking> all, List<Undertaking> topics) {
        return all.stream()
                .filter(it -> it.part() == Part.RESOLUTION)
                .filter(it -> topics.stream().noneMatch(topic -> it.comesOf(topic.id())))
                .filter(it -> it.comesOf(meeting.id())
                        || meeting.done() && it.proposed()
                        || it.ballot() != null && it.ballot().meeting().equals(meeting.id()));
    }

    private Map<UnitId, String> called(List<Undertaking> all, Instant at) {
        var called = new HashMap<UnitId, String>();
        for (var it : all) {
            var ballot = it.ballot();
            if (ballot == null) continue;
            Stream.of(ballot.inFavor(), ballot.opposed(), ballot.abstained())
                    .flatMap(List::stream)
                    .forEach(unit -> called.computeIfAbsent(unit, one -> names.at(one, at)));
        }
        return called;
    }

    private Affair affair(Undertaking it, LocalDate today, Instant at) {
        var unit = it.unit();
        return new Affair(it, unit == null ? null : names.at(unit, at), it.late(today));
    }

    /** The lead first. */
    private List<UnitId> units(Body body, Instant at) {
        var units = new ArrayList<UnitId>();
        units.add(body.lead());
        bodies.members(body.id(), at).forEach(it -> units.add(it.unit()));
        return units;
    }

    /** Who was there is told of the units of the day on which it was held. */
    private List<Sitting> sitting(Undertaking meeting, Body body, List<UnitId> units, Instant at) {
        var day = meeting.doneOn();
        if (day == null) return units.stream().map(it -> sitting(it, false, at)).toList();
        var then = days.endOf(day);
        var there = bodies.find(body.id(), then).map(it -> units(it, then)).orElse(units);
        return there.stream()
                .map(it -> sitting(it, meeting.present().contains(it), then))
                .toList();
    }

    private Sitting sitting(UnitId unit, boolean present, Instant at) {
        return new Sitting(unit, code(unit), names.at(unit, at), present);
    }

    /** Whoever may still speak, and whoever has spoken. */
    private List<Side> sides(Undertaking topic, List<UnitId> units, List<Meetings.Position> stated, Instant at) {
        var mine = stated.stream().filter(it -> it.topic().equals(topic.id())).toList();
        var sides = new ArrayList<Side>();
        for (var unit : units) {
            var words = mine.stream()
                    .filter(it -> it.unit().equals(unit))
                    .map(Meetings.Position::words)
                    .findFirst()
                    .orElse(null);
            if (words != null || topic.open()) sides.add(new Side(code(unit), names.at(unit, at), words));
        }
        for (var it : mine)
            if (!units.contains(it.unit())) sides.add(new Side(code(it.unit()), names.at(it.unit(), at), it.words()));
        return sides;
    }

    private String code(UnitId unit) {
        var tree = trees.now();
        return tree.has(unit) ? tree.unit(unit).code() : "";
    }

    private @Nullable Place place(Undertaking meeting, Body body) {
        var number = meeting.place() == null ? body.place() : meeting.place();
        if (number == null) return null;
        var name = titles.of(Ref.of(PlaceId.KIND, number));
        return new Place(number, name.orElseGet(() -> Objects.toString(number)));
    }
}
