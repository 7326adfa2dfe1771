package lianxin.organization;

import java.util.List;
import java.util.stream.Collectors;
import lianxin.platform.RuleBroken;

/** The one unit that somebody means by what they typed: its code comes first, or its whole name is given. */
public final class WhichUnit {

    private static final int NAMED = 5;

    private WhichUnit() {}

    /** Refused with the units that may be meant, by name and code. */
    public static UnitId of(String typed, Tree tree) {
        var words = typed.strip();
        if (words.isEmpty()) throw new RuleBroken("organization.no-unit-named");
        var byCode = tree.byCode(words.split("\\s+", 2)[0]);
        if (byCode.isPresent()) return byCode.get().id();
        var named = tree.named(words);
        if (named.size() == 1) return named.getFirst().id();
        var meant = named.isEmpty() ? tree.search(words, NAMED) : named;
        if (meant.isEmpty()) throw new RuleBroken("organization.which-unit", words);
        throw new RuleBroken("organization.which-of-units", words, listed(meant));
    }

    private static String listed(List<Unit> units) {
        return units.stream()
                .limit(NAMED)
                .map(it -> it.name() + "（" + it.code() + "）")
                .collect(Collectors.joining("、"));
    }
}
