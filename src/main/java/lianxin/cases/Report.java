package lianxin.cases;

import lianxin.territory.AreaId;

/**
 * What somebody tells us: words and a place are enough.
 *
 * @param detail where exactly, in words; may be empty
 * @param channel how it came: {@code qr}, {@code phone} …
 */
public record Report(CaseId id, AreaId place, String words, String detail, String channel) {

    public static final int LONGEST_WORDS = 2_000;
    public static final int LONGEST_DETAIL = 200;
}
