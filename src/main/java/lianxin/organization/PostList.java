package lianxin.organization;

import static lianxin.organization.tables.AccountTable.ACCOUNT;
import static lianxin.organization.tables.PersonTable.PERSON;
import static lianxin.organization.tables.PostTable.POST;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.organization.PostQueries.Held;
import lianxin.organization.Posts.Seat;
import lianxin.platform.Messages;
import lianxin.sheets.Column;
import lianxin.sheets.Column.Kind;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * People on posts, by lists. The same name twice in one unit is one person with several posts; the same name in another
 * unit is somebody else. What must be filed is proposed on the page of the unit, never by a list.
 */
@Component
class PostList implements Importable {

    private final DSLContext sql;
    private final OrganizationRules rules;
    private final Trees trees;
    private final Posts posts;
    private final PostQueries queries;
    private final Clock clock;
    private final List<Column> columns;

    PostList(
            DSLContext sql,
            OrganizationRules rules,
            Trees trees,
            Posts posts,
            PostQueries queries,
            Messages messages,
            Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.trees = trees;
        this.posts = posts;
        this.queries = queries;
        this.clock = clock;
        this.columns = List.of(
                Column.of(messages, "imports.posts.person", Kind.TEXT, true, ""),
                Column.of(messages, "imports.posts.unit", Kind.CODE, true, ""),
                Column.of(messages, "imports.posts.role", Kind.TEXT, true, ""),
                Column.of(messages, "imports.posts.from", Kind.DAY, false, ""),
                Column.of(messages, "imports.posts.to", Kind.DAY, false, ""),
                Column.of(messages, "imports.posts.lines", Kind.TEXT, false, ""),
                Column.of(messages, "imports.posts.duty", Kind.TEXT, false, ""));
    }

    @Override
    public String key() {
        return "posts";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public May needs() {
        return May.APPOINT;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public List<List<String>> samples() {
        var unit = trees.now().tops().stream().findFirst().map(Unit::code).orElse("");
        var free = rules.roles().stream()
                .filter(it -> it.filing() == null && !it.ofLines() && it.at().isEmpty())
                .map(it -> it.name().zh())
                .findFirst()
                .orElse("");
        return List.of(
                List.of("示例姓名一", unit, free, "2026-01-01", "", "", ""),
                List.of("示例姓名二", unit, free, "2026-01-01", "2027-12-31", "", ""));
    }

    @Override
    public List<String> tables() {
        return List.of("organization.post", "organization.person");
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Check check(Instant from, Actor by) {
        return new Looking(trees.at(from), from, by);
    }

    private final class Looking implements Check {

        private final Tree tree;
        private final Instant from;
        private final Actor by;
        private final Map<String, Integer> first = new HashMap<>();

        Looking(Tree tree, Instant from, Actor by) {
            this.tree = tree;
            this.from = from;
            this.by = by;
        }

        @Override
        public void know(Line line) {
            first.putIfAbsent(same(line), line.number());
        }

        private static String same(Line line) {
            return String.join("\n", line.cells().subList(0, 3));
        }

        @Override
        public Verdict judge(Line line) {
            var reasons = new ArrayList<>(line.complaints());
            int other = first.getOrDefault(same(line), line.number());
            if (other != line.number())
                reasons.add(Complaint.of("imports.posts.twice", line.cells().getFirst(), other));
            var wish = wish(line, from, reasons);
            var unit = tree.byCode(wish.unit()).orElse(null);
            if (unit == null) reasons.add(Complaint.of("imports.nowhere", "@imports.posts.unit", wish.unit()));
            else if (!by.may(May.APPOINT, unit.id())) reasons.add(Complaint.of("imports.not-yours", unit.name()));
            if (unit != null && wish.role() != null && !wish.role().standsIn(unit))
                reasons.add(Complaint.of("posts.not-here", wish.role().name().zh(), rules.kindName(unit.kind())));
            if (!reasons.isEmpty() || unit == null || wish.role() == null) return Verdict.refused(reasons);
            var held = holds(wish, unit.id()).orElse(null);
            if (held == null) return new Verdict(Fate.CREATE, 0, List.of());
            var otherwise = otherwise(held, line, wish);
            return otherwise.isEmpty() ? new Verdict(Fate.SAME, 0, List.of()) : Verdict.refused(otherwise);
        }
    }

    private PostWish wish(Line line, Instant from, List<Complaint> reasons) {
        return PostWish.of(line, from, rules, clock.getZone(), reasons);
    }

    /** Whether somebody of this name holds the role there on that day or will. */
    private Optional<Held> holds(PostWish wish, UnitId unit) {
        return queries.inUnit(unit, wish.from()).stream()
                .filter(it -> wish.role() != null
                        && it.role().equals(wish.role().key())
                        && it.name().equals(wish.person()))
                .findFirst();
    }

    private List<Complaint> otherwise(Held held, Line line, PostWish wish) {
        return HeldOtherwise.of(held, line, wish.from(), wish.to(), wish.lines(), clock.getZone());
    }

    @Override
    public List<Done> apply(List<Line> lines, Batch batch, Actor by) {
        return lines.stream().map(it -> apply(it, batch, by)).toList();
    }

    private Done apply(Line line, Batch batch, Actor by) {
        var reasons = new ArrayList<>(line.complaints());
        var wish = wish(line, batch.from(), reasons);
        var unit = trees.at(batch.from()).byCode(wish.unit()).orElse(null);
        if (unit == null) reasons.add(Complaint.of("imports.nowhere", "@imports.posts.unit", wish.unit()));
        if (!reasons.isEmpty() || unit == null || wish.role() == null) return Done.refused(line, reasons);
        var held = holds(wish, unit.id()).orElse(null);
        if (held != null) {
            var otherwise = otherwise(held, line, wish);
            return otherwise.isEmpty() ? Done.same(line) : Done.refused(line, otherwise);
        }
        by.must(May.APPOINT, unit.id());
        var person = queries.inUnit(unit.id(), wish.from()).stream()
                .filter(it -> it.name().equals(wish.person()))
                .map(Held::person)
                .findFirst()
                .orElseGet(() -> posts.register(wish.person(), unit.id(), by));
        var seat =
                new Seat(person, unit.id(), wish.role().key(), wish.from(), wish.to(), wish.lines(), wish.duty(), null);
        return Done.created(line, posts.fill(seat, batch.reason(), by).id().toString());
    }

    @Override
    public Optional<Complaint> builtOn(Batch batch, List<Made> made) {
        var ids = made.stream().map(it -> UUID.fromString(it.thing())).toArray(UUID[]::new);
        var ended = sql.select(PERSON.NAME)
                .from(POST)
                .join(PERSON)
                .on(PERSON.ID.eq(POST.PERSON))
                .where(POST.ID.eq(any(ids)))
                .and(POST.KNOWN_TO.ne(Dated.OPEN))
                .limit(1)
                .fetchOptional(PERSON.NAME);
        if (ended.isPresent()) return Optional.of(Complaint.of("imports.changed-since", ended.get()));
        var account = sql.select(PERSON.NAME)
                .from(ACCOUNT)
                .join(PERSON)
                .on(PERSON.ID.eq(ACCOUNT.PERSON))
                .where(ACCOUNT.CLOSED_AT.isNull())
                .and(ACCOUNT.PERSON.in(select(POST.PERSON).from(POST).where(POST.ID.eq(any(ids)))))
                .andNotExists(selectOne().from(POST).where(POST.PERSON.eq(ACCOUNT.PERSON), POST.ID.ne(all(ids))))
                .limit(1)
                .fetchOptional(PERSON.NAME);
        return account.map(it -> Complaint.of("imports.posts.account", it));
    }

    @Override
    public void takeBack(List<Made> made, Batch batch, Actor by) {
        for (var it : made) {
            var post = new PostId(UUID.fromString(it.thing()));
            var from = sql.select(POST.VALID_FROM)
                    .from(POST)
                    .where(POST.ID.eq(post.id()), Dated.known(POST.KNOWN_TO))
                    .fetchSingle(POST.VALID_FROM);
            posts.end(post, from, batch.reason(), by);
        }
    }
}
