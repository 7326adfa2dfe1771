package lianxin.places;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lianxin.organization.UnitId;
import lianxin.organization.Watch;
import lianxin.territory.Responsibilities;
import org.springframework.stereotype.Component;

/** Places that were to have reached a higher grade by now and have not; told of the unit that keeps the place. */
@Component
class UpgradeWatch implements Watch {

    private final UpgradeBook book;
    private final PlaceBook places;
    private final PlaceRules rules;
    private final Responsibilities responsibilities;
    private final Clock clock;

    UpgradeWatch(UpgradeBook book, PlaceBook places, PlaceRules rules, Responsibilities responsibilities, Clock clock) {
        this.book = book;
        this.places = places;
        this.rules = rules;
        this.responsibilities = responsibilities;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "place-upgrades";
    }

    @Override
    public List<Looked> look(Instant at, Predicate<UnitId> asked) {
        var today = LocalDate.ofInstant(at, clock.getZone());
        var looked = new ArrayList<Looked>();
        for (var it : book.all(at)) {
            if (!it.state(today).open()) continue;
            var place = places.find(it.place(), at);
            if (place.isEmpty()) continue;
            var unit = responsibilities.responsible(place.get().area(), "", at);
            if (!asked.test(unit)) continue;
            var late = it.state(today) == Upgrade.State.LATE;
            looked.add(new Looked(
                    unit,
                    late
                            ? new Amiss(
                                    "places.upgrade-late",
                                    List.of(place.get().name(), rules.gradeName(it.aim()), it.due()),
                                    "/places/" + it.place() + "#upgrades")
                            : null));
        }
        return looked;
    }
}
