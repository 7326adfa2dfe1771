package lianxin.directives;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lianxin.organization.UnitId;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A form as somebody filled it in: each field is read where it is needed and refused in one sentence. */
record Typed(MultiValueMap<String, String> fields) {

    static final Typed NOTHING = new Typed(new LinkedMultiValueMap<>());

    String text(String field) {
        var typed = fields.getFirst(field);
        return typed == null ? "" : typed.strip();
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
            throw new RuleBroken("directives.wrong.day", text(field));
        }
    }

    LocalDate needed(String field) {
        var day = day(field);
        if (day == null) throw new RuleBroken("directives.wrong.no-day");
        return day;
    }

    @Nullable
    UnitId unit(String field) {
        return has(field) ? new UnitId(number(text(field))) : null;
    }

    Set<UnitId> units(String field) {
        var units = new LinkedHashSet<UnitId>();
        for (var it : fields.getOrDefault(field, List.of())) units.add(new UnitId(number(it)));
        return units;
    }

    boolean chosen(String field, UnitId unit) {
        return fields.getOrDefault(field, List.of()).contains(unit.number() + "");
    }

    static int number(String text) {
        if (!text.matches("\\d{1,9}")) throw new RuleBroken("directives.wrong.unit");
        return Integer.parseInt(text);
    }

    /** Of whom it is asked: the units that were ticked, or everybody of a kind. */
    Tasks.Addressed addressed() {
        return has("kind")
                ? new Tasks.Addressed(Set.of(), text("kind"), text("above"))
                : new Tasks.Addressed(units("to"), null, text("above"));
    }
}
