package lianxin.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lianxin.facts.Describes;
import lianxin.facts.Ref;
import lianxin.platform.AsOf;
import lianxin.platform.NotFound;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One unit as of any day, what became of it, and for those who may what can be changed. */
@Controller
class UnitPage {

    private final Trees trees;
    private final UnitRepository units;
    private final UnitQueries queries;
    private final UnitHistory history;
    private final OrganizationRules rules;
    private final Structure structure;
    private final UnitChoices choices;
    private final CoverCard covers;
    private final ObjectProvider<UnitLinks> links;
    private final ObjectProvider<Describes> describes;
    private final Clock clock;

    UnitPage(
            Trees trees,
            UnitRepository units,
            UnitQueries queries,
            UnitHistory history,
            OrganizationRules rules,
            Structure structure,
            UnitChoices choices,
            CoverCard covers,
            ObjectProvider<UnitLinks> links,
            ObjectProvider<Describes> describes,
            Clock clock) {
        this.trees = trees;
        this.units = units;
        this.queries = queries;
        this.history = history;
        this.rules = rules;
        this.structure = structure;
        this.choices = choices;
        this.covers = covers;
        this.links = links;
        this.describes = describes;
        this.clock = clock;
    }

    @Needs(May.LOOK_UP)
    @GetMapping("/units/{number}")
    ModelAndView unit(@PathVariable("number") int number, AsOf asOf, Actor actor, Shell shell) {
        var id = new UnitId(number);
        var name = units.called(id, asOf.at()).orElseThrow(() -> new NotFound(id.ref()));
        var tree = asOf.known() == null ? trees.at(asOf.at()) : trees.at(asOf.at(), asOf.known());
        var there = tree.has(id) ? there(tree, tree.unit(id), asOf, shell) : null;
        var entries = history.of(id, asOf.known()).stream()
                .map(it -> entry(it, asOf, shell))
                .toList();
        var verbs = there != null && asOf.now() && actor.may(May.MANAGE_UNITS, id)
                ? choices.verbs(tree.unit(id), asOf.at()).stream()
                        .map(UnitChanges.Verb::key)
                        .toList()
                : List.<String>of();
        return new ModelAndView("organization/unit", "it", new Card(number, asOf, name, there, entries, verbs));
    }

    private There there(Tree tree, Unit unit, AsOf asOf, Shell shell) {
        var path = tree.unitsOnPath(unit.id());
        var party = unit.partyParent() == null ? null : tree.unit(unit.partyParent());
        var below = new ArrayList<>(tree.children(unit.id()));
        if (rules.kind(unit.kind()).tree() == UnitKind.Side.PARTY) below.addAll(tree.partyChildren(unit.id()));
        return new There(
                unit.name(),
                rules.kind(unit.kind()).name().in(shell.locale()),
                rules.levelName(unit.level()).in(shell.locale()),
                unit.code(),
                unit.holdsCases(),
                path.subList(0, path.size() - 1).stream()
                        .map(it -> place(it.id(), it.name(), asOf))
                        .toList(),
                party == null ? null : place(party.id(), party.name(), asOf),
                byKind(below, asOf, shell),
                rules.kind(unit.kind()).tree() == UnitKind.Side.PARTY,
                tree.countBelow(unit.id()),
                queries.posts(unit.id(), asOf.at()).stream()
                        .map(it -> new Seats(rules.role(it.role()).name().in(shell.locale()), it.count()))
                        .toList(),
                covers.of(tree, unit, asOf, shell),
                links.orderedStream().flatMap(it -> it.linksOf(unit).stream()).toList(),
                asOf.known() == null ? toMend(tree, unit, asOf) : 0,
                asOf.in("/structure?unit=" + unit.id().number()));
    }

    /** In the order of the playbook's kinds, within a kind by code. */
    private List<Group> byKind(List<Unit> units, AsOf asOf, Shell shell) {
        var groups = new ArrayList<Group>();
        for (var kind : rules.kinds()) {
            var ofKind = units.stream()
                    .filter(it -> it.kind().equals(kind.key()))
                    .map(it -> new Below(place(it.id(), it.name(), asOf), it.code()))
                    .distinct()
                    .sorted(Comparator.comparing(Below::code))
                    .toList();
            if (!ofKind.isEmpty()) groups.add(new Group(kind.name().in(shell.locale()), ofKind));
        }
        return groups;
    }

    private int toMend(Tree tree, Unit unit, AsOf asOf) {
        var findings = asOf.now() ? structure.now() : structure.at(asOf.at(), unit.id());
        return (int) findings.violations().stream()
                .filter(it -> it.isAt(unit.id(), tree))
                .count();
    }

    private Entry entry(UnitHistory.Entry it, AsOf asOf, Shell shell) {
        var names = it.others().stream().map(UnitHistory.Other::name).collect(Collectors.joining("、"));
        var others = it.what().aboutOthers()
                ? it.others().stream()
                        .map(other -> place(other.unit(), other.name(), asOf))
                        .toList()
                : List.<Place>of();
        return new Entry(
                day(it.from()),
                it.from().isAfter(clock.instant()),
                shell.t(it.what().key(), names),
                others,
                it.reason(),
                shell.day(day(it.known())),
                it.by() == null ? null : who(it.by()).orElse(null));
    }

    private Optional<String> who(Ref by) {
        return describes
                .orderedStream()
                .filter(it -> it.kind().equals(by.kind()))
                .findFirst()
                .flatMap(it -> it.describe(by.id()))
                .map(Describes.Described::title);
    }

    private static Place place(UnitId unit, String name, AsOf asOf) {
        return new Place(name, asOf.in("/units/" + unit.number()));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    /**
     * @param there how the unit stood on the day; none when it did not live then
     * @param verbs what the reader may change now
     */
    record Card(
            int number, AsOf asOf, String title, @Nullable There there, List<Entry> history, List<String> verbs) {}

    /** @param toMend what is not built as the rules want it, here or below */
    record There(
            String name,
            String kind,
            String level,
            String code,
            boolean holdsCases,
            List<Place> path,
            @Nullable Place party,
            List<Group> below,
            boolean inPartyTree,
            int countBelow,
            List<Seats> posts,
            CoverCard.View covers,
            List<UnitLinks.Link> links,
            int toMend,
            String structureUrl) {

        /** So many rows are all open; of more only the smaller kinds are. */
        private static final int ALL_OPEN = 12;

        boolean opens(Group group) {
            return below.size() == 1
                    || group.units.size() <= 4
                    || below.stream().mapToInt(it -> it.units.size()).sum() <= ALL_OPEN;
        }
    }

    /** What stands below and is of one kind. */
    record Group(String kind, List<Below> units) {}

    record Place(String name, String url) {}

    record Below(Place place, String code) {}

    record Seats(String role, int count) {}

    /**
     * What became of it one day.
     *
     * @param known when it was entered, in words
     * @param by who entered it; none for lists
     */
    record Entry(
            LocalDate from,
            boolean planned,
            String text,
            List<Place> others,
            String reason,
            String known,
            @Nullable String by) {}
}
