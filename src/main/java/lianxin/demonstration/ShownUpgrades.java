package lianxin.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lianxin.organization.Actor;
import lianxin.places.OpeningHours;
import lianxin.places.Place;
import lianxin.places.PlaceBook;
import lianxin.places.PlaceDetails;
import lianxin.places.PlaceRules;
import lianxin.places.PlaceStatus;
import lianxin.places.Places;
import lianxin.places.Upgrades;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import lianxin.territory.Town;
import org.springframework.stereotype.Component;

/** Some places being raised to a higher grade, one of them late; and on the first estate a parlor and the studio of its grid. */
@Component
class ShownUpgrades {
    private static final int DAYS_LATE_TODAY = 60;
    private static final int DAYS_TO_COME = 150;

    private final Places places;
    private final PlaceBook book;
    private final PlaceRules rules;
    private final Upgrades upgrades;
    private final Areas areas;
    private final Town town;
    private final Clock clock;

    ShownUpgrades(
            Places places, PlaceBook book, PlaceRules rules, Upgrades upgrades, Areas areas, Town town, Clock clock) {
        this.places = places;
        this.book = book;
        this.rules = rules;
        this.upgrades = upgrades;
        this.areas = areas;
        this.town = town;
        this.clock = clock;
    }

    void settle(Instant from) {
        var grades = rules.grades();
        if (grades.size() > 1) raise(grades, from);
        onTheEstate(from);
    }

    private void raise(List<PlaceRules.Tag> grades, Instant from) {
        var day = LocalDate.ofInstant(from, clock.getZone());
        var first = rules.places().types().getFirst().key();
        var centers = book.at(from).stream()
                .filter(it -> it.type().equals(first))
                .limit(4)
                .map(Place::id)
                .toList();
        if (centers.size() < 4) return;
        var higher = grades.get(1).key();
        for (var it : centers) upgrades.grade(it, grades.getFirst().key(), day, Actor.SYSTEM);
        int done = upgrades.plan(centers.get(0), higher, "扩建议事厅，增设无障碍坡道", day.plusDays(30), Actor.SYSTEM);
        upgrades.finish(centers.get(0), done, day, Actor.SYSTEM);
        upgrades.plan(centers.get(1), higher, "便民窗口改造，增设母婴室", day.plusDays(DAYS_LATE_TODAY), Actor.SYSTEM);
        upgrades.plan(centers.get(2), higher, "活动室隔音，延长晚间开放", day.plusDays(DAYS_TO_COME), Actor.SYSTEM);
        int dropped = upgrades.plan(centers.get(3), higher, "加建二层", day.plusDays(DAYS_TO_COME), Actor.SYSTEM);
        upgrades.drop(centers.get(3), dropped, "地块另有规划（示例）", Actor.SYSTEM);
    }

    private void onTheEstate(Instant from) {
        var level = town.wholes();
        if (level == null) return;
        areas.ofLevel(level.key(), from).stream().findFirst().ifPresent(estate -> {
            type(it -> level.key().equals(it.onePer())).ifPresent(it -> open(it, estate, from));
            for (var part : areas.parts(estate.id(), from))
                type(PlaceRules.Type::duty).ifPresent(it -> open(it, part, from));
        });
    }

    private Optional<PlaceRules.Type> type(Predicate<PlaceRules.Type> wanted) {
        return rules.places().types().stream().filter(wanted).findFirst();
    }

    private void open(PlaceRules.Type type, Area area, Instant from) {
        var details = new PlaceDetails(
                area.name() + type.name().zh(),
                type.key(),
                area.kind(),
                PlaceStatus.OPEN,
                area.id(),
                "",
                area.spot(),
                OpeningHours.read("每天 8:30-20:30；节假日照常").orElseThrow(),
                List.of(),
                List.of(),
                List.of(),
                true);
        places.open(details, from, Actor.SYSTEM);
    }
}
