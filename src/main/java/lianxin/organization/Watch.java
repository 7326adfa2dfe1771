package lianxin.organization;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Implemented by modules that know something amiss about units which neither the tree nor the posts tell: a rule of
 * structure names it, and what it finds is a violation like any other.
 */
public interface Watch {

    /** As rules write it, such as {@code contacts}. */
    String key();

    /** All that it looks at in the units that are asked about, whether amiss or not. */
    List<Looked> look(Instant at, Predicate<UnitId> asked);

    /**
     * One thing that was looked at.
     *
     * @param unit where it is and can be mended
     * @param amiss null when all is well
     */
    record Looked(UnitId unit, @Nullable Amiss amiss) {}

    /**
     * What is wrong with it, in messages: the key says what is missing, with {@code .do} at its end what to do.
     *
     * @param details words, labels and days
     * @param url the page on which it is mended
     */
    record Amiss(String key, List<Object> details, String url) {}
}
