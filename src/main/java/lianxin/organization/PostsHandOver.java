package lianxin.organization;

import static lianxin.organization.tables.PostTable.POST;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever sits in a unit that ends sits in its successor from that day on: the same post, the same role. */
@Component
class PostsHandOver implements UnitEnding {

    private static final Field<@Nullable Instant> UNTIL =
            Dated.end(POST.VALID_TO).as("until");

    private final DSLContext sql;
    private final Versions versions;
    private final Clock clock;

    PostsHandOver(DSLContext sql, Versions versions, Clock clock) {
        this.sql = sql;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public String held() {
        return "organization.held.posts";
    }

    @Override
    public Map<UnitId, Integer> shares(Succession it) {
        if (it.livesOn()) return Map.of();
        var count = sql.fetchCount(POST, going(it));
        return count == 0 ? Map.of() : Map.of(it.named(), count);
    }

    @Override
    public void handOver(Succession it) {
        if (it.livesOn()) return;
        var posts =
                sql.select(columns()).select(UNTIL).from(POST).where(going(it)).fetch();
        if (posts.isEmpty()) return;
        versions.postsChange();
        for (var post : posts) {
            var known = Dated.later(clock.instant(), post.get(POST.KNOWN_FROM));
            sql.update(POST)
                    .set(POST.KNOWN_TO, known)
                    .where(POST.ID.eq(post.get(POST.ID)))
                    .and(POST.VALID_FROM.eq(post.get(POST.VALID_FROM)))
                    .and(Dated.known(POST.KNOWN_TO))
                    .execute();
            var from = post.get(POST.VALID_FROM);
            if (from.isBefore(it.at()))
                copy(post, Map.of(POST.VALID_TO, DSL.val(it.at()), POST.KNOWN_FROM, DSL.val(known)));
            copy(
                    post,
                    Map.of(
                            POST.UNIT,
                            DSL.val(it.named().number()),
                            POST.VALID_FROM,
                            DSL.val(Dated.later(from, it.at())),
                            POST.KNOWN_FROM,
                            DSL.val(known)));
        }
    }

    private static Condition going(Succession it) {
        return POST.UNIT.eq(it.from().number()).and(Dated.known(POST.KNOWN_TO)).and(POST.VALID_TO.gt(it.at()));
    }

    /** Without the two ends, which may be open. */
    private static List<Field<?>> columns() {
        return Arrays.stream(POST.fields())
                .<Field<?>>map(it -> it)
                .filter(it -> !it.equals(POST.VALID_TO) && !it.equals(POST.KNOWN_TO))
                .toList();
    }

    /** The row as it was, with all its columns, and some of them changed. */
    private void copy(Record post, Map<Field<?>, Field<?>> changes) {
        var values = new LinkedHashMap<Field<?>, Field<?>>();
        for (var column : columns()) values.put(column, DSL.val(post.get(column), column.getDataType()));
        values.put(POST.VALID_TO, Dated.orOpen(post.get(UNTIL)));
        values.put(POST.KNOWN_TO, Dated.OPEN);
        values.putAll(changes);
        sql.insertInto(POST).set(values).execute();
    }
}
