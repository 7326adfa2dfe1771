package lianxin.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.places.OpeningHours;
import lianxin.places.PlaceDetails;
import lianxin.places.PlaceStatus;
import lianxin.places.Places;
import lianxin.routes.RouteDetails;
import lianxin.routes.RouteStop;
import lianxin.routes.Routes;
import lianxin.territory.Area;
import lianxin.territory.Areas;
import lianxin.territory.Spot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seven routes over forty-three villages, each village once, and in one village eight sights of which three are there and
 * five still to come. The villages are real, everything else about the routes is made up and says so.
 */
@Component
class ShownRoutes {
    private static final String REASON = "演示：虚构的线路";
    private static final int VILLAGES = 43;
    private static final List<String> NAMES = List.of("启航线", "水乡线", "田园线", "渔歌线", "丝韵线", "稻香线", "古桥线");
    private static final List<String> SENTENCES =
            List.of("村口老樟树下歇歇脚", "看一看共富工坊", "尝一尝时令瓜果", "听一段村里的故事", "沿河走一走绿道", "到文化礼堂看展");
    private static final List<String> THERE = List.of("湿地公园", "筒车公园", "渔夫广场");
    private static final List<String> TO_COME = List.of("婚庆公园", "露营基地", "民俗馆", "特色民宿", "餐饮打卡点");
    private static final int FIRST_YEAR = 2019;
    private static final int YEAR_TO_COME = 2027;

    private final Routes routes;
    private final Places places;
    private final Areas areas;

    ShownRoutes(Routes routes, Places places, Areas areas) {
        this.routes = routes;
        this.places = places;
        this.areas = areas;
    }

    /** One in each part of the town, over the villages that lie nearest to each other. */
    void settle(Instant from) {
        var kinds = routes.kindsOver("community");
        var parts = areas.children(areas.tops().getFirst().id());
        if (kinds.isEmpty() || routes.colors().size() < 2 || parts.size() < NAMES.size()) return;
        var left = VILLAGES;
        for (int i = 0; i < NAMES.size(); i++) {
            int many = left / (NAMES.size() - i);
            left -= many;
            lead(kinds.firstEntry().getKey(), parts.get(i), i, many, from);
        }
        link(kinds.lastEntry().getKey(), parts.getFirst(), from);
    }

    private void lead(String kind, Area part, int number, int many, Instant from) {
        var stops = new ArrayList<RouteStop>();
        for (var village : near(villages(part), many)) {
            var sentence = SENTENCES.get(stops.size() % SENTENCES.size());
            stops.add(
                    new RouteStop(village.id().ref(), sentence, RouteStop.State.EXISTING, FIRST_YEAR + number % 5, 40));
        }
        var details = new RouteDetails(
                NAMES.get(number) + "（示例）",
                kind,
                routes.colors().get(number % routes.colors().size()),
                part.id(),
                "沿着导览线走过" + stops.size() + "个村（示例）。",
                stops,
                true);
        routes.open(details, from, REASON, Actor.SYSTEM);
    }

    private List<Area> villages(Area part) {
        return areas.children(part.id()).stream()
                .flatMap(it -> areas.children(it.id()).stream())
                .filter(it -> it.name().endsWith("村") && it.spot() != null)
                .toList();
    }

    /** From the first one on always the nearest that was not there yet. */
    private static List<Area> near(List<Area> villages, int many) {
        var left = new ArrayList<>(villages);
        var way = new ArrayList<Area>();
        while (way.size() < many && !left.isEmpty()) {
            var next = way.isEmpty()
                    ? left.getFirst()
                    : left.stream()
                            .min(Comparator.comparingDouble(it -> meters(way.getLast(), it)))
                            .orElseThrow();
            left.remove(next);
            way.add(next);
        }
        return way;
    }

    private static double meters(Area one, Area other) {
        return spot(one).metersTo(spot(other));
    }

    private static Spot spot(Area area) {
        var spot = area.spot();
        if (spot == null) throw new IllegalStateException(area + " has no point");
        return spot;
    }

    /** Sights of one village, as places, some of which are planned. */
    private void link(String kind, Area part, Instant from) {
        var type = places.types().sequencedKeySet().reversed().stream()
                .filter(it -> routes.kindsOfPlaces(it).containsKey(kind))
                .findFirst()
                .orElse("");
        var villages = villages(part);
        if (villages.isEmpty() || type.isEmpty()) return;
        var village = villages.getLast();
        var stops = new ArrayList<RouteStop>();
        for (var name : THERE) stops.add(sight(name, village, type, PlaceStatus.OPEN, stops.size(), from));
        for (var name : TO_COME) stops.add(sight(name, village, type, PlaceStatus.PLANNED, stops.size(), from));
        var details = new RouteDetails(
                "联点成片游园线（示例）", kind, routes.colors().getLast(), village.id(), "八个景点，三个已建成（示例）。", stops, true);
        routes.open(details, from, REASON, Actor.SYSTEM);
    }

    private RouteStop sight(String name, Area village, String type, PlaceStatus status, int number, Instant from) {
        var details = new PlaceDetails(
                name + "（示例）",
                type,
                "community",
                status,
                village.id(),
                "",
                beside(spot(village), number),
                OpeningHours.read("24h").orElseThrow(),
                List.of(),
                List.of(),
                List.of(),
                true);
        var place = places.open(details, from, Actor.SYSTEM);
        return new RouteStop(place.ref(), "", null, year(status), null);
    }

    private static @Nullable Integer year(PlaceStatus status) {
        return status.built() ? null : YEAR_TO_COME;
    }

    /** Around the middle of the village. */
    private static Spot beside(Spot middle, int number) {
        double turn = Math.PI * number / 4;
        return new Spot(middle.lon() + 0.004 * Math.cos(turn), middle.lat() + 0.003 * Math.sin(turn), true);
    }
}
