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
 * @param rule empty for all
 * @param unit null for the whole town
 */
record StructureFilter(AsOf asOf, String rule, @Nullable UnitId unit) {

    static StructureFilter of(AsOf asOf, @Nullable String rule, @Nullable Integer unit, Tree tree) {
        var under = unit == null ? null : new UnitId(unit);
        if (under != null && !tree.has(under)) throw new NotFound(under.ref());
        return new StructureFilter(asOf, rule == null ? "" : rule, under);
    }

    String url(String rule, @Nullable UnitId unit) {
        var url = UriComponentsBuilder.fromPath("/structure");
        if (!rule.isEmpty()) url.queryParam("rule", rule);
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
        if (unit != null) kept.put("unit", unit.number());
        return kept;
    }
}
