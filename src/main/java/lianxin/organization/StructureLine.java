package lianxin.organization;

import java.util.stream.Collectors;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;

/**
 * One violation as it is read on the screen.
 *
 * @param mendAt none when the reader may not, or looks at another day
 */
record StructureLine(
        String unit,
        String url,
        String above,
        String rule,
        String what,
        int there,
        String range,
        String toDo,
        @Nullable String mendAt) {

    static StructureLine of(Violation it, Tree tree, AsOf asOf, Actor reader, Shell shell) {
        var unit = it.unit();
        var path = tree.unitsOnPath(unit.id());
        var above = path.subList(0, path.size() - 1).stream().map(Unit::name).collect(Collectors.joining(" › "));
        var mending = new Mending(it, shell);
        var wanted = mending.wanted();
        return new StructureLine(
                unit.name(),
                asOf.in("/units/" + unit.id().number()),
                above,
                it.rule().name().in(shell.locale()),
                it.site() == null ? wanted : shell.t("structure.on", it.site().name(), wanted),
                it.there(),
                it.range().toString(),
                mending.toDo(),
                asOf.now() ? mending.at(reader) : null);
    }
}
