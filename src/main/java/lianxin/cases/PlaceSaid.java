package lianxin.cases;

import java.time.Clock;
import java.util.stream.Collectors;
import lianxin.platform.RuleBroken;
import lianxin.territory.Addresses;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import org.springframework.stereotype.Component;

/** The place of a matter that nobody can be asked about: taken when it is certain, else refused with what it may be. */
@Component
class PlaceSaid {

    private static final int SHOWN = 3;

    private final Areas areas;
    private final Addresses addresses;
    private final Clock clock;

    PlaceSaid(Areas areas, Addresses addresses, Clock clock) {
        this.areas = areas;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** @param said the code of an area, or an address */
    Area of(String said) {
        var byCode = areas.byCode(said);
        if (byCode.isPresent()) return byCode.get();
        var answer = addresses.candidates(said, clock.instant());
        if (answer.certain()) return answer.candidates().getFirst().area();
        var perhaps = answer.candidates().stream()
                .limit(SHOWN)
                .map(it -> areas.address(it.area().id()))
                .collect(Collectors.joining("、"));
        throw perhaps.isEmpty()
                ? new RuleBroken("imports.cases.place-unknown", said)
                : new RuleBroken("imports.cases.place-uncertain", said, perhaps);
    }
}
