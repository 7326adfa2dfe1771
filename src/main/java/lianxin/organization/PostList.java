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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianxin.organization.PostQueries.Held;
import lianxin.organization.Posts.Seat;
import lianxin.platform.Messages;
import lianxin.platform.Screening;
import lianxin.sheets.Column;
import lianxin.sheets.Column.Kind;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * People on posts, by lists. The same name twice in one unit is one person with several posts; the same name in another
 * unit is somebody else. What must be filed is proposed on the page of the unit, never by a list.
 */
@Component
class PostList implements Importable {

    private static final int LONGEST_NAME = 30;

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

    /** A line in the words of the code; the role is null where nobody knows it. */
    private record Wish(
            String person,
            String unit,
            @Nullable Role role,
            Instant from,
            @Nullable Instant to,
            Set<String> lines,
            String duty) {}

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
            var unit = tree.byCode(wish.unit).orElse(null);
            if (unit == null) reasons.add(Complaint.of("imports.nowhere", "@imports.posts.unit", wish.unit));
            else if (!by.may(May.APPOINT, unit.id())) reasons.add(Complaint.of("imports.not-yours", unit.name()));
            if (unit != null && wish.role != null && !wish.role.standsIn(unit))
                reasons.add(Complaint.of("posts.not-here", wish.role.name().zh(), rules.kindName(unit.kind())));
            if (!reasons.isEmpty() || unit == null || wish.role == null) return Verdict.refused(reasons);
            return new Verdict(holds(wish, unit.id()).isPresent() ? Fate.SAME : Fate.CREATE, 0, List.of());
        }
    }

    private Wish wish(Line line, Instant from, List<Complaint> reasons) {
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
        var lines = lines(cells.get(5), reasons);
        if (role != null && role.ofLines() == lines.isEmpty())
            reasons.add(Complaint.of(
                    role.ofLines() ? "posts.lines-missing" : "posts.no-lines",
                    role.name().zh()));
        if (cells.get(6).length() > Posts.LONGEST_DUTY)
            reasons.add(Complaint.of("posts.duty-long", Posts.LONGEST_DUTY));
        var since = day(cells.get(3), 0);
        var until = day(cells.get(4), 1);
        var begins = since == null ? from : since;
        if (until != null && !begins.isBefore(until)) reasons.add(Complaint.of("organization.interval"));
        return new Wish(name, cells.get(1), role, begins, until, lines, cells.get(6));
    }

    private Set<String> lines(String said, List<Complaint> reasons) {
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
    private @Nullable Instant day(String written, int later) {
        try {
            return written.isEmpty()
                    ? null
                    : LocalDate.parse(written)
                            .plusDays(later)
                            .atStartOfDay(clock.getZone())
                            .toInstant();
        } catch (DateTimeParseException complained) {
            return null;
        }
    }

    /** Whether somebody of this name holds the role there on that day or will. */
    private Optional<Held> holds(Wish wish, UnitId unit) {
        return queries.inUnit(unit, wish.from).stream()
                .filter(it -> wish.role != null
                        && it.role().equals(wish.role.key())
                        && it.name().equals(wish.person))
                .findFirst();
    }

    @Override
    public List<Done> apply(List<Line> lines, Batch batch, Actor by) {
        return lines.stream().map(it -> apply(it, batch, by)).toList();
    }

    private Done apply(Line line, Batch batch, Actor by) {
        var reasons = new ArrayList<>(line.complaints());
        var wish = wish(line, batch.from(), reasons);
        var unit = trees.at(batch.from()).byCode(wish.unit).orElse(null);
        if (unit == null) reasons.add(Complaint.of("imports.nowhere", "@imports.posts.unit", wish.unit));
        if (!reasons.isEmpty() || unit == null || wish.role == null) return Done.refused(line, reasons);
        if (holds(wish, unit.id()).isPresent()) return Done.same(line);
        by.must(May.APPOINT, unit.id());
        var person = queries.inUnit(unit.id(), wish.from).stream()
                .filter(it -> it.name().equals(wish.person))
                .map(Held::person)
                .findFirst()
                .orElseGet(() -> posts.register(wish.person, unit.id(), by));
        var seat = new Seat(person, unit.id(), wish.role.key(), wish.from, wish.to, wish.lines, wish.duty, null);
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
