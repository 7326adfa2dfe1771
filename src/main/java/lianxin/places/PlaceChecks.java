package lianxin.places;

import java.time.Instant;
import java.util.Optional;
import lianxin.platform.RuleBroken;
import lianxin.territory.Areas;
import lianxin.territory.LineError;
import lianxin.territory.Town;
import org.springframework.stereotype.Component;

/** What must be so before a place stands in the register: one sentence for the first thing that is not. */
@Component
class PlaceChecks {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_ADDRESS = 120;

    private final Areas areas;
    private final PlaceRules rules;
    private final Town town;

    PlaceChecks(Areas areas, PlaceRules rules, Town town) {
        this.areas = areas;
        this.rules = rules;
        this.town = town;
    }

    void must(PlaceDetails it, Instant from) {
        var wrong = wrong(it, from);
        if (wrong.isPresent())
            throw new RuleBroken(wrong.get().key(), wrong.get().details().toArray());
    }

    /** The line of the sentence is zero. */
    Optional<LineError> wrong(PlaceDetails it, Instant from) {
        if (it.name().isBlank() || it.name().length() > LONGEST_NAME)
            return wrong("places.wrong.name", Integer.toString(LONGEST_NAME));
        if (rules.type(it.type()).isEmpty()) return wrong("places.wrong.type", it.type());
        if (town.depth(it.level()) < 0) return wrong("places.wrong.level", it.level());
        if (areas.on(it.area(), from).isEmpty())
            return wrong("places.wrong.area", it.area().toString());
        if (it.address().length() > LONGEST_ADDRESS)
            return wrong("places.wrong.address", Integer.toString(LONGEST_ADDRESS));
        var known = rules.places();
        if (!PlaceRules.all(known.amenities(), it.amenities())
                || !PlaceRules.all(known.services(), it.services())
                || !PlaceRules.all(known.functions(), it.functions())) return wrong("places.wrong.tag");
        return Optional.empty();
    }

    private static Optional<LineError> wrong(String key, String... details) {
        return Optional.of(LineError.at(0, key, details));
    }
}
