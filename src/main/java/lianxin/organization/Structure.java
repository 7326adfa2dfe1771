package lianxin.organization;

import static lianxin.organization.tables.PostTable.POST;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.organization.UnitKind.Side;
import lianxin.platform.WorkingCalendar;
import lianxin.playbook.Playbook;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether the town is built as its rules want it: asked whenever somebody looks, of the tree, the posts and the ground as
 * they are, with one statement. What was found for now is kept until one of the three has changed.
 */
@Component
class Structure {

    /** A gap moves with the hours: so long it may be told as it was. */
    private static final Duration DUTY_BELIEVED = Duration.ofMinutes(10);

    private final StructureRules rules;
    private final OrganizationRules words;
    private final Trees trees;
    private final Versions versions;
    private final ObjectProvider<Places> places;
    private final ObjectProvider<BuiltPlaces> built;
    private final DSLContext sql;
    private final ShiftRows shifts;
    private final WorkingCalendar calendar;
    private final Watches watches;
    private final CoverRows coverRows;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    Structure(
            Playbook playbook,
            OrganizationRules words,
            Trees trees,
            Versions versions,
            ObjectProvider<Places> places,
            ObjectProvider<BuiltPlaces> built,
            DSLContext sql,
            ShiftRows shifts,
            WorkingCalendar calendar,
            Watches watches,
            CoverRows coverRows,
            Clock clock) {
        this.rules = playbook.bind("structure.yaml", StructureRules.class);
        this.words = words;
        this.trees = trees;
        this.versions = versions;
        this.places = places;
        this.built = built;
        this.sql = sql;
        this.shifts = shifts;
        this.calendar = calendar;
        this.watches = watches;
        this.coverRows = coverRows;
        this.clock = clock;
    }

    StructureRules rules() {
        return rules;
    }

    Findings of(StructureFilter filter) {
        if (!filter.asOf().now()) return at(filter.asOf().at(), filter.unit());
        if (filter.unit() == null) return now();
        var at = clock.instant();
        return found(town(at), filter.unit()).with(watches.findings(rules, trees.at(at), at, filter.unit()));
    }

    Findings now() {
        var at = clock.instant();
        var built = versions.changedHere() ? found(picture(at).town, null) : kept(at).findings();
        return built.with(watches.findings(rules, trees.at(at), at, null));
    }

    /** The town of now in order, unless the transaction has changed something that nobody else can see yet. */
    private StructureTown town(Instant now) {
        return versions.changedHere() ? picture(now).town : kept(now).town;
    }

    /** As it was put in order last, unless the tree, the posts or the ground have changed since. */
    private Kept kept(Instant now) {
        var edition = new Edition(
                trees.at(now),
                versions.posts(),
                places.getObject().edition(),
                built.getObject().edition());
        var known = kept;
        if (known != null && known.edition.equals(edition) && !now.isBefore(known.from) && now.isBefore(known.until))
            return known;
        var picture = picture(now);
        var fresh = new Kept(edition, now, picture.until, picture.town);
        kept = fresh;
        return fresh;
    }

    private Findings found(StructureTown town, @Nullable UnitId under) {
        return new StructureCheck(rules, words, town, under).findings();
    }

    /** @param under only what stands at or below this unit; null for the whole town */
    Findings at(Instant at, @Nullable UnitId under) {
        return found(picture(at).town, under).with(watches.findings(rules, trees.at(at), at, under));
    }

    /** What stands right below a unit, each with what was found at and below it; of the same moment, looked at once. */
    Map<Unit, Findings> parts(StructureFilter filter) {
        var at = filter.asOf().now() ? clock.instant() : filter.asOf().at();
        var town = filter.asOf().now() ? town(at) : picture(at).town;
        var tree = town.tree;
        var watched = watches.look(rules, tree, at, filter.unit());
        var parts = new LinkedHashMap<Unit, Findings>();
        for (var part : below(tree, filter.unit())) {
            var here = watched.stream()
                    .filter(it -> tree.belongs(it.unit(), part.id()))
                    .toList();
            parts.put(part, found(town, part.id()).with(Watches.findings(here)));
        }
        return parts;
    }

    private List<Unit> below(Tree tree, @Nullable UnitId above) {
        if (above != null) return withGround(tree.children(above));
        var tops = withGround(tree.tops());
        return tops.size() == 1 ? withGround(tree.children(tops.getFirst().id())) : tops;
    }

    /** Departments and partners have no ground of their own. */
    private List<Unit> withGround(List<Unit> units) {
        return units.stream()
                .filter(it -> words.kind(it.kind()).tree() == Side.ADMINISTRATIVE)
                .toList();
    }

    private Picture picture(Instant at) {
        var tree = trees.at(at);
        var posts = new HashMap<UnitId, Map<String, Integer>>();
        var until = tree.until();
        for (var row : held(at)) {
            posts.computeIfAbsent(row.unit, it -> new HashMap<>(4)).put(row.role, row.count);
            if (row.next != null) until = earlier(until, row.next);
        }
        var sites = new HashMap<String, List<Places.Site>>();
        for (var level : rules.levels()) {
            var found = places.getObject().sites(level, at);
            sites.put(level, found.all());
            until = earlier(until, found.until());
        }
        var standing = new BuiltPlaces.Built(Map.of(), Instant.MAX);
        if (!rules.placeTypes().isEmpty()) {
            standing = built.getObject().built(rules.placeTypes(), at);
            until = earlier(until, places.getObject().nextChange(at));
        }
        until = earlier(until, standing.until());
        var duty = new DutyGaps(at, shifts(at), calendar);
        if (rules.ahead() > 0) until = earlier(until, at.plus(DUTY_BELIEVED));
        var covers = new CoverRows.Picture(Map.of(), Instant.MAX);
        if (rules.covers()) covers = coverRows.picture(at);
        until = earlier(until, covers.until());
        var given = new StructureTown.Given(tree, posts, sites, standing.under(), duty, covers.by());
        return new Picture(new StructureTown(given, words), until);
    }

    private List<Shift> shifts(Instant at) {
        return rules.ahead() == 0 ? List.of() : shifts.between(at, at.plus(Duration.ofDays(rules.ahead())));
    }

    private List<Row> held(Instant at) {
        var next = min(when(POST.VALID_FROM.gt(at), POST.VALID_FROM).otherwise(Dated.end(POST.VALID_TO)));
        var now = count().filterWhere(POST.VALID_FROM.le(at));
        return sql.select(POST.UNIT, POST.ROLE, now, next)
                .from(POST)
                .where(POST.ROLE.in(rules.roles()))
                .and(Dated.known(POST.KNOWN_TO))
                .and(POST.VALID_TO.gt(at))
                .groupBy(POST.UNIT, POST.ROLE)
                .fetch(it -> new Row(new UnitId(it.value1()), it.value2(), it.value3(), it.value4()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** @param next when somebody comes or goes without any further word */
    private record Row(
            UnitId unit, String role, int count, @Nullable Instant next) {}

    private record Picture(StructureTown town, Instant until) {}

    private record Edition(Tree tree, long posts, Object ground, Object places) {}

    /** What was found in the whole town is found when somebody first asks. */
    private final class Kept {

        private final Edition edition;
        private final Instant from;
        private final Instant until;
        private final StructureTown town;
        private volatile @Nullable Findings findings;

        Kept(Edition edition, Instant from, Instant until, StructureTown town) {
            this.edition = edition;
            this.from = from;
            this.until = until;
            this.town = town;
        }

        Findings findings() {
            var known = findings;
            if (known != null) return known;
            var fresh = found(town, null);
            findings = fresh;
            return fresh;
        }
    }
}
