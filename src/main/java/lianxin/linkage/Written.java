package lianxin.linkage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import lianxin.organization.Chair;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.organization.WhichUnit;
import lianxin.platform.RuleBroken;
import lianxin.platform.Screening;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;

/** A form as somebody filled it in: each field is read where it is needed and refused in one sentence. */
record Written(Map<String, String> fields) {

    static final Written NOTHING = new Written(Map.of());

    /** The seat in one field: unit, role and what it is for. */
    private static final String SEAT = "\\d{1,9}/[a-z0-9-]+/.*";

    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    boolean has(String field) {
        return !text(field).isEmpty();
    }

    @Nullable
    LocalDate day(String field) {
        if (!has(field)) return null;
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeParseException unreadable) {
            throw new RuleBroken("linkage.wrong.day", text(field));
        }
    }

    /** The moment from which on something holds: the day's beginning; today, or without a day, now. */
    Instant from(String field, Days days) {
        var day = day(field);
        return day == null || day.equals(days.today()) ? days.now() : days.startOf(day);
    }

    int number(String field) {
        if (!text(field).matches("\\d{1,9}")) throw new RuleBroken("linkage.incomplete");
        return Integer.parseInt(text(field));
    }

    UUID id(String field) {
        try {
            return UUID.fromString(text(field));
        } catch (IllegalArgumentException unreadable) {
            throw new RuleBroken("linkage.incomplete");
        }
    }

    /** What stands in the fields of a need. */
    Needed need() {
        return new Needed(new NeedId(id("need")), text("words"), text("answer"), text("telephone"));
    }

    Chair seat(String field) {
        if (!text(field).matches(SEAT)) throw new RuleBroken("linkage.wrong.seat");
        var parts = text(field).split("/", 3);
        return new Chair(new UnitId(Integer.parseInt(parts[0])), parts[1], parts[2]);
    }

    static String written(Chair chair) {
        return chair.unit().number() + "/" + chair.role() + "/" + chair.duty();
    }

    UnitId unit(String field, Trees trees) {
        return WhichUnit.of(text(field), trees.now());
    }

    /** Of a length that can be shown. */
    static String words(String typed, int most, String refusal) {
        var words = typed.strip();
        if (words.isEmpty() || words.length() > most) throw new RuleBroken(refusal, most);
        return words;
    }

    /** What stays in the book for good: no telephone, no identity, no card. */
    static String sentence(String typed, int most, String refusal) {
        var words = words(typed, most, refusal);
        if (!Screening.findings(words).isEmpty()) throw new RuleBroken("linkage.no-numbers");
        return words;
    }
}
