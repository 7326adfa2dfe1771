package lianxin.routes;

import java.time.Clock;
import java.util.Optional;
import lianxin.facts.Describes;
import org.springframework.stereotype.Component;

/** A route by its name and its page. */
@Component
class DescribesRoutes implements Describes {
    private final RouteBook book;
    private final Clock clock;

    DescribesRoutes(RouteBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return RouteId.KIND;
    }

    @Override
    public Optional<Described> describe(String id) {
        if (!id.matches("\\d{1,9}")) return Optional.empty();
        return book.find(new RouteId(Integer.parseInt(id)), clock.instant())
                .map(it -> new Described(it.name(), "/routes/" + it.id()));
    }
}
