package lianxin.organization;

import java.util.LinkedHashMap;
import java.util.Map;
import lianxin.platform.AsOf;
import lianxin.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the violations is looked at, as it stands in the address.
 *
 * @param rule empty for all, as are field and aspect
 * @param unit null for the whole town
 */
record StructureFilter(
        AsOf asOf,
        String rule,
        String field,
        String aspect,
        @Nullable UnitId unit) {

    /** What stands in the address, as it was typed. */
    record Asked(
            @Nullable String rule,
            @Nullable String field,
            @Nullable String aspect,
            @Nullable Integer unit,
            @Nullable String watch) {}

    static StructureFilter of(AsOf asOf, Asked asked, StructureRules rules, Tree tree) {
        var under = under(asked.unit, tree);
        return new StructureFilter(asOf, rule(asked, rules), said(asked.field), said(asked.aspect), under);
    }

    /** Everything below a unit. */
    static StructureFilter whole(AsOf asOf, @Nullable Integer unit, Tree tree) {
        return new StructureFilter(asOf, "", "", "", under(unit, tree));
    }

    private static @Nullable UnitId under(@Nullable Integer unit, Tree tree) {
        var under = unit == null ? null : new UnitId(unit);
        if (under != null && !tree.has(under)) throw new NotFound(under.ref());
        return under;
    }

    /** Other modules name what they watch over, and not the rule of the town that asks for it. */
    private static String rule(Asked asked, StructureRules rules) {
        if (asked.watch == null) return said(asked.rule);
        return rules.rules().stream()
                .filter(it -> asked.watch.equals(it.watch()))
                .map(StructureRules.Rule::key)
                .findFirst()
                .orElse("");
    }

    private static String said(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static StructureFilter whole(AsOf asOf) {
        return new StructureFilter(asOf, "", "", "", null);
    }

    StructureFilter of(String otherField, String otherAspect) {
        return new StructureFilter(asOf, "", otherField, otherAspect, unit);
    }

    /** What a cell of the matrix opens into: the same rules and kinds that it counted. */
    boolean takes(Violation it, StructureRules.Coverage coverage) {
        if (!rule.isEmpty() && !rule.equals(it.rule().key())) return false;
        if (!field.isEmpty()
                && coverage.fields().stream()
                        .noneMatch(one -> one.key().equals(field) && one.kinds().contains(it.kind()))) return false;
        return aspect.isEmpty()
                ? field.isEmpty() || coverage.looksAt(it.rule().key())
                : coverage.aspects().stream()
                        .anyMatch(one -> one.key().equals(aspect)
                                && one.rules().contains(it.rule().key()));
    }

    String url(String rule, @Nullable UnitId unit) {
        return url("/structure", rule, unit);
    }

    String url(String page, String rule, @Nullable UnitId unit) {
        var url = UriComponentsBuilder.fromPath(page);
        if (!rule.isEmpty()) url.queryParam("rule", rule);
        if (!field.isEmpty()) url.queryParam("field", field);
        if (!aspect.isEmpty()) url.queryParam("aspect", aspect);
        if (unit != null) url.queryParam("unit", unit.number());
        return asOf.in(url.encode().build().toUriString());
    }

    String page(int number) {
        return (url(rule, unit).contains("?") ? "&" : "?") + "page=" + number;
    }

    /** What the picker of the day must not lose. */
    Map<String, Object> kept() {
        var kept = new LinkedHashMap<String, Object>();
        if (!rule.isEmpty()) kept.put("rule", rule);
        if (!field.isEmpty()) kept.put("field", field);
        if (!aspect.isEmpty()) kept.put("aspect", aspect);
        if (unit != null) kept.put("unit", unit.number());
        return kept;
    }
}
