package lianxin.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import lianxin.platform.AsOf;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * Along which tree a league is read ({@code ?tree=then|now|2026-05-01}): the one frozen into each fact when it was told,
 * which is how leagues are issued; or the one of now or of a day, in which successors have what was their predecessors'.
 *
 * @param asOf the day, and what was known of it; its now for the tree of now
 */
record TreeChoice(Kind kind, AsOf asOf) {

    enum Kind {
        THEN,
        NOW,
        DAY;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A day without a choice is the choice of that day. */
    static TreeChoice of(@Nullable String tree, AsOf asOf, Clock clock) {
        var word = tree == null || tree.isBlank() || tree.equals("day") ? "" : tree.strip();
        if (word.equals("then")) return then(clock);
        if (word.isEmpty()) return tree == null && asOf.now() ? then(clock) : dayOrNow(asOf);
        if (word.equals("now")) return dayOrNow(AsOf.of(null, day(asOf), clock));
        if (!word.matches("\\d{4}-\\d{2}-\\d{2}")) throw new RuleBroken("evaluation.tree-unreadable", word);
        return dayOrNow(AsOf.of(word, day(asOf), clock));
    }

    static TreeChoice then(Clock clock) {
        return new TreeChoice(Kind.THEN, AsOf.of(null, null, clock));
    }

    private static TreeChoice dayOrNow(AsOf asOf) {
        return new TreeChoice(asOf.on() == null ? Kind.NOW : Kind.DAY, asOf);
    }

    private static @Nullable String day(AsOf asOf) {
        return asOf.knownOn() == null ? null : asOf.knownOn().toString();
    }

    boolean isThen() {
        return kind == Kind.THEN;
    }

    Instant valid() {
        return asOf.at();
    }

    @Nullable
    Instant known() {
        return asOf.known();
    }

    /** The address of another page of the same league along the same tree. */
    String in(String url) {
        if (isThen()) return url;
        var tree = asOf.on() == null ? "now" : asOf.on().toString();
        var known = asOf.knownOn() == null ? "" : "&known=" + asOf.knownOn();
        return url + (url.contains("?") ? "&" : "?") + "tree=" + tree + known;
    }
}
