package lianxin.cases;

import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells us: words and a place are enough.
 *
 * @param detail where exactly, in words; may be empty
 * @param channel how it came, as the playbook names it: {@code qr}, {@code phone} …
 * @param category if it was chosen; null to have it suggested by the words
 * @param kind if it was said; null for that of the category
 * @param about the unit that it is about, itself or one of its staff; null for all other matters
 */
public record Report(
        CaseId id,
        AreaId place,
        String words,
        String detail,
        String channel,
        @Nullable String category,
        @Nullable String kind,
        @Nullable UnitId about) {

    /** The channel of the code at the door: residents themselves. */
    static final String DOOR = "qr";

    public static final int LONGEST_WORDS = 2_000;
    public static final int LONGEST_DETAIL = 200;

    public Report(CaseId id, AreaId place, String words, String detail, String channel) {
        this(id, place, words, detail, channel, null, null);
    }

    Report(
            CaseId id,
            AreaId place,
            String words,
            String detail,
            String channel,
            @Nullable String category,
            @Nullable String kind) {
        this(id, place, words, detail, channel, category, kind, null);
    }

    Report about(@Nullable UnitId unit) {
        return new Report(id, place, words, detail, channel, category, kind, unit);
    }

    Report by(String someChannel) {
        return new Report(id, place, words, detail, someChannel, category, kind, about);
    }

    Report as(String someCategory, String someKind) {
        return new Report(id, place, words, detail, channel, someCategory, someKind, about);
    }

    /** Without blanks around it; refused with a sentence when there are no words or too many. */
    Report checked() {
        var said = words.strip();
        var where = detail.strip();
        if (said.isEmpty()) throw new RuleBroken("case.words-empty");
        if (said.length() > LONGEST_WORDS) throw new RuleBroken("case.words-too-long", LONGEST_WORDS, said.length());
        if (where.length() > LONGEST_DETAIL) throw new RuleBroken("case.detail-too-long", LONGEST_DETAIL);
        return new Report(id, place, said, where, channel, category, kind, about);
    }
}
