package lianxin.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.organization.Tree;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.territory.Addresses;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.springframework.stereotype.Component;

/** Where it is, of what somebody typed: a person always chooses among the candidates, so that nothing is misfiled silently. */
@Component
class PlaceChoice {

    private final Addresses addresses;
    private final Areas areas;
    private final Routing routing;
    private final Trees trees;
    private final Clock clock;

    PlaceChoice(Addresses addresses, Areas areas, Routing routing, Trees trees, Clock clock) {
        this.addresses = addresses;
        this.areas = areas;
        this.routing = routing;
        this.trees = trees;
        this.clock = clock;
    }

    /**
     * One that can be chosen.
     *
     * @param percent how sure it is
     * @param whole whether the address was followed to its end
     */
    record Candidate(Chosen place, int percent, boolean whole) {}

    /** @param desk which unit would receive it */
    record Chosen(int area, String address, String desk) {}

    /** @param own the ground of the reader's own unit, for what the words do not lead to; empty for none */
    record Found(String typed, List<Candidate> candidates, Optional<Chosen> own) {}

    Found found(String typed, Actor reader) {
        var now = clock.instant();
        var tree = trees.now();
        var candidates = typed.isBlank()
                ? List.<Candidate>of()
                : addresses.candidates(typed, now).candidates().stream()
                        .map(it -> new Candidate(chosen(it.area().id(), tree), it.percent(), it.whole()))
                        .toList();
        return new Found(typed, candidates, own(reader, tree));
    }

    Chosen chosen(int area) {
        return chosen(areas.find(new AreaId(area)).id(), trees.now());
    }

    private Chosen chosen(AreaId area, Tree tree) {
        var desk = tree.unit(routing.desk(area, clock.instant())).name();
        return new Chosen(area.number(), areas.address(area), desk);
    }

    private Optional<Chosen> own(Actor reader, Tree tree) {
        return reader.posts().stream()
                .map(Actor.Post::unit)
                .filter(tree::has)
                .flatMap(it -> tree.unitsOnPath(it).reversed().stream())
                .map(Unit::code)
                .flatMap(code -> areas.byCode(code).stream())
                .findFirst()
                .map(it -> chosen(it.id(), tree));
    }
}
