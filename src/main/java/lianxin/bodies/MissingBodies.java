package lianxin.bodies;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lianxin.organization.UnitId;
import lianxin.organization.Watch;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ground without the joint body that each of its kind is to have: an estate without its three sides. Told of who answers there. */
@Component
class MissingBodies implements Watch {

    private final BodyBook book;
    private final BodyRules rules;
    private final Areas areas;
    private final Responsibilities responsibilities;

    MissingBodies(BodyBook book, BodyRules rules, Areas areas, Responsibilities responsibilities) {
        this.book = book;
        this.rules = rules;
        this.areas = areas;
        this.responsibilities = responsibilities;
    }

    @Override
    public String key() {
        return "bodies-of-areas";
    }

    @Override
    public List<Looked> look(Instant at, Predicate<UnitId> asked) {
        var looked = new ArrayList<Looked>();
        for (var kind : rules.kinds()) {
            if (!kind.each()) continue;
            var having = having(kind, at);
            for (var area : ground(kind, at)) {
                var unit = responsibilities.responsible(area.id(), "", at);
                if (asked.test(unit))
                    looked.add(new Looked(unit, having.contains(area.id()) ? null : missing(kind, area)));
            }
        }
        return looked;
    }

    private List<Area> ground(BodyRules.Kind kind, Instant at) {
        return kind.levels().stream()
                .flatMap(it -> areas.ofLevel(it, at).stream())
                .toList();
    }

    private Set<AreaId> having(BodyRules.Kind kind, Instant at) {
        var having = new HashSet<AreaId>();
        for (var it : book.all(at)) if (it.kind().equals(kind.key()) && it.active()) having.add(it.area());
        return having;
    }

    private static @Nullable Amiss missing(BodyRules.Kind kind, Area area) {
        var url = "/bodies/new?kind=" + kind.key() + "&area=" + URLEncoder.encode(area.code(), StandardCharsets.UTF_8);
        return new Amiss("bodies.area-without", List.of(area.name(), kind.name()), url);
    }
}
