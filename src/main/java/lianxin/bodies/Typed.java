package lianxin.bodies;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.WhichUnit;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;

/** A form as somebody filled it in: each field is read where it is needed and refused in one sentence. */
record Typed(Map<String, String> fields) {

    private static final int MEANT = 5;

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

    UnitId unit(String field, Trees trees) {
        return WhichUnit.of(text(field), trees.now());
    }

    Optional<UnitId> maybeUnit(String field, Trees trees) {
        return has(field) ? Optional.of(unit(field, trees)) : Optional.empty();
    }

    /** Left empty, the ground beside which the unit stands. */
    AreaId area(String field, Unit beside, Areas areas, Days days) {
        if (has(field)) return area(text(field), areas, days.now());
        var code = beside.code();
        while (true) {
            var found = areas.byCode(code);
            if (found.isPresent()) return found.get().id();
            int cut = code.lastIndexOf('-');
            if (cut < 0) throw new RuleBroken("bodies.unknown-area", code);
            code = code.substring(0, cut);
        }
    }

    /** Several in one field, one after the other. */
    List<AreaId> areas(String field, Areas areas, Days days) {
        if (!has(field)) throw new RuleBroken("bodies.unknown-area", "");
        return Arrays.stream(text(field).split("[\\s,，、;；]+"))
                .map(it -> area(it, areas, days.now()))
                .distinct()
                .toList();
    }

    /** By its code, or by its name where no other area has the same. */
    private static AreaId area(String words, Areas areas, Instant at) {
        var byCode = areas.byCode(words);
        if (byCode.isPresent()) return byCode.get().id();
        var found = areas.search(words, at);
        var named = found.stream().filter(it -> it.name().equals(words)).toList();
        if (named.size() == 1) return named.getFirst().id();
        var meant = named.isEmpty() ? found : named;
        if (meant.isEmpty()) throw new RuleBroken("bodies.unknown-area", words);
        var listed = meant.stream()
                .limit(MEANT)
                .map(it -> areas.address(it.id(), at) + "（" + it.code() + "）")
                .collect(Collectors.joining("、"));
        throw new RuleBroken("bodies.which-area", words, listed);
    }
}
