package lianxin.bodies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lianxin.organization.UnitId;
import lianxin.organization.Watch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Resolutions of joint bodies that are over their day; told of the unit that leads, which has to see to them. */
@Component
class ResolutionWatch implements Watch {

    private final BodyBook book;
    private final UndertakingBook undertakings;
    private final UnitNames names;
    private final Clock clock;

    ResolutionWatch(BodyBook book, UndertakingBook undertakings, UnitNames names, Clock clock) {
        this.book = book;
        this.undertakings = undertakings;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "resolutions";
    }

    @Override
    public List<Looked> look(Instant at, Predicate<UnitId> asked) {
        var bodies = book.all(at).stream()
                .filter(it -> asked.test(it.lead()))
                .collect(Collectors.toMap(Body::id, Function.identity()));
        if (bodies.isEmpty()) return List.of();
        var today = LocalDate.ofInstant(at, clock.getZone());
        var looked = new ArrayList<Looked>();
        for (var it : undertakings.open(Part.RESOLUTION, at)) {
            var body = bodies.get(it.body());
            if (body != null) looked.add(new Looked(body.lead(), amiss(it, body, today, at)));
        }
        return looked;
    }

    private @Nullable Amiss amiss(Undertaking it, Body body, LocalDate today, Instant at) {
        var unit = it.unit();
        var due = it.due();
        if (!it.late(today) || unit == null || due == null) return null;
        var details = List.<Object>of(body.name(), it.title(), names.at(unit, at), due);
        return new Amiss("bodies.resolution-late", details, "/bodies/" + body.id() + "#part-resolution");
    }
}
