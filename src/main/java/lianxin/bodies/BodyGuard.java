package lianxin.bodies;

import java.time.Clock;
import java.time.Instant;
import lianxin.facts.Ref;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.places.PlaceId;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every verb of joint bodies asks first: who may, and whether the body is at work. */
@Component
class BodyGuard {

    private final BodyBook book;
    private final BodyRules rules;
    private final Trees trees;
    private final Titles titles;
    private final Clock clock;

    BodyGuard(BodyBook book, BodyRules rules, Trees trees, Titles titles, Clock clock) {
        this.book = book;
        this.rules = rules;
        this.trees = trees;
        this.titles = titles;
        this.clock = clock;
    }

    /** Whoever organizes the unit that leads, and the lead's own administrator. */
    static boolean mayRun(Actor by, UnitId lead) {
        return by.may(May.MANAGE_UNITS, lead) || by.may(May.LEAD_BODIES, lead);
    }

    /** Whoever runs the body while it lasts, and always whoever runs the unit that has it in hand. */
    static boolean maySettle(Undertaking it, Body body, Actor by) {
        return it.unit() != null && mayRun(by, it.unit()) || !body.ended() && mayRun(by, body.lead());
    }

    static void mustRun(Actor by, UnitId lead) {
        if (!by.may(May.MANAGE_UNITS, lead)) by.must(May.LEAD_BODIES, lead);
    }

    /** The body as it stands now, for somebody who may run it, while it is at work. */
    Body running(BodyId id, Actor by) {
        var body = book.must(id, clock.instant());
        mustRun(by, body.lead());
        if (!body.active()) throw new RuleBroken("bodies.not-active", body.name());
        return body;
    }

    /** The body as it stands at the moment, for somebody who may found and dissolve it, while it lasts. */
    Body managed(BodyId id, Instant at, Actor by) {
        var body = book.must(id, at);
        by.must(May.MANAGE_UNITS, body.lead());
        if (body.ended()) throw new RuleBroken("bodies.ended", body.name());
        return body;
    }

    /** Whether the unit leads the body or sits in it. */
    boolean belongs(UnitId unit, Body body, Instant at) {
        return unit.equals(body.lead())
                || book.members(body.id(), at).stream().anyMatch(it -> it.unit().equals(unit));
    }

    BodyRules.Kind kind(Body body) {
        return rules.kind(body.kind());
    }

    void mustLive(UnitId unit, Instant at) {
        if (!trees.at(at).has(unit)) throw new RuleBroken("bodies.wrong.unit");
    }

    /** A place open to the public, if one is named. */
    void mustStand(@Nullable Integer place) {
        if (place != null && titles.of(Ref.of(PlaceId.KIND, place)).isEmpty())
            throw new RuleBroken("bodies.unknown-place", place);
    }

    /** Whether a unit stands outside the tree of the other. */
    boolean outside(UnitId unit, UnitId lead, Instant at) {
        var tree = trees.at(at);
        return tree.path(unit)[0] != tree.path(lead)[0];
    }

    /** What somebody typed, of a length that can be shown. */
    static String words(String typed, int most, String refusal) {
        var words = typed.strip();
        if (words.isEmpty() || words.length() > most) throw new RuleBroken(refusal, most);
        return words;
    }
}
