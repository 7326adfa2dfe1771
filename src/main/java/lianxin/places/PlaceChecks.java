package lianxin.places;

import java.net.URI;
import java.net.URISyntaxException;
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
    private static final int LONGEST_WEB = 200;

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
        if (it.web().isEmpty() == it.mode().web())
            return wrong(it.mode().web() ? "places.wrong.web-missing" : "places.wrong.web-offline");
        if (!it.web().isEmpty() && !address(it.web()))
            return wrong("places.wrong.web", it.web(), Integer.toString(LONGEST_WEB));
        if (!it.mode().door() && it.spot() != null) return wrong("places.wrong.web-point");
        var known = rules.places();
        if (!PlaceRules.all(known.amenities(), it.amenities())
                || !PlaceRules.all(known.services(), it.services())
                || !PlaceRules.all(known.functions(), it.functions())) return wrong("places.wrong.tag");
        return Optional.empty();
    }

    /** Encrypted, with a host, and without a name or password of anybody in it. */
    private static boolean address(String web) {
        if (web.length() > LONGEST_WEB) return false;
        try {
            var read = new URI(web);
            var host = read.getHost();
            return "https".equalsIgnoreCase(read.getScheme())
                    && host != null
                    && host.contains(".")
                    && read.getUserInfo() == null;
        } catch (URISyntaxException no) {
            return false;
        }
    }

    private static Optional<LineError> wrong(String key, String... details) {
        return Optional.of(LineError.at(0, key, details));
    }
}
