package lianxin.bodies;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;

/** A form as somebody filled it in: each field is read where it is needed and refused in one sentence. */
record Typed(Map<String, String> fields) {

    static final Typed NOTHING = new Typed(Map.of());

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
            throw new RuleBroken("bodies.wrong.day", text(field));
        }
    }

    /** The moment from which on something holds: the day's beginning; today, or without a day, now. */
    Instant from(String field, Days days) {
        var day = day(field);
        return day == null || day.equals(days.today()) ? days.now() : days.startOf(day);
    }

    @Nullable
    BigDecimal number(String field) {
        if (!has(field)) return null;
        try {
            return new BigDecimal(text(field));
        } catch (NumberFormatException unreadable) {
            throw new RuleBroken("bodies.wrong.number", text(field));
        }
    }

    /** A number that counts or names something. */
    @Nullable
    Integer count(String field) {
        if (!has(field)) return null;
        if (!text(field).matches("\\d{1,9}")) throw new RuleBroken("bodies.wrong.number", text(field));
        return Integer.valueOf(text(field));
    }

    BigDecimal needed(String field) {
        var number = number(field);
        if (number == null) throw new RuleBroken("bodies.wrong.number", "");
        return number;
    }

    /** By its code, or by its whole name where no other unit has the same. */
    UnitId unit(String field, Trees trees) {
        return maybeUnit(field, trees).orElseThrow(() -> new RuleBroken("bodies.unknown-unit", text(field)));
    }

    Optional<UnitId> maybeUnit(String field, Trees trees) {
        if (!has(field)) return Optional.empty();
        var tree = trees.now();
        var words = text(field);
        var byCode = tree.byCode(words);
        if (byCode.isPresent()) return byCode.map(Unit::id);
        var named = tree.search(words, 200).stream()
                .filter(it -> it.name().equals(words))
                .toList();
        if (named.size() != 1) throw new RuleBroken("bodies.unknown-unit", words);
        return Optional.of(named.getFirst().id());
    }

    /** By its code; left empty, the ground beside which the unit stands. */
    AreaId area(String field, Unit beside, Areas areas) {
        var code = has(field) ? text(field) : beside.code();
        while (true) {
            var found = areas.byCode(code);
            if (found.isPresent()) return found.get().id();
            int cut = has(field) ? -1 : code.lastIndexOf('-');
            if (cut < 0) throw new RuleBroken("bodies.unknown-area", code);
            code = code.substring(0, cut);
        }
    }
}
