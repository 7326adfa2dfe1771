package lianxin.places;

import java.time.Clock;
import java.util.Optional;
import lianxin.facts.Describes;
import org.springframework.stereotype.Component;

/** A place by its name and its page. */
@Component
class DescribesPlaces implements Describes {
    private final PlaceBook book;
    private final Clock clock;

    DescribesPlaces(PlaceBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return PlaceId.KIND;
    }

    @Override
    public Optional<Described> describe(String id) {
        if (!id.matches("\\d{1,9}")) return Optional.empty();
        return book.find(new PlaceId(Integer.parseInt(id)), clock.instant())
                .map(it -> new Described(it.name(), "/places/" + it.id()));
    }
}
