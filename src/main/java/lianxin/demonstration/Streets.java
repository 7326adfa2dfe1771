package lianxin.demonstration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;

/** All doors of the city, street by street, with one community that is shown to visitors. */
final class Streets {

    private final Areas areas;
    private final List<Street> streets = new ArrayList<>();
    private final double[] upTo;
    private final Street shown;
    private final Area shownCommunity;
    private final List<AreaId> shownDoors;
    private final List<AreaId> doorsOfShownCounty = new ArrayList<>();

    private record Street(Area area, List<AreaId> doors) {}

    Streets(Areas areas, long seed) {
        this.areas = areas;
        for (var top : areas.tops()) collect(top);
        upTo = new double[streets.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) upTo[i] = sum += weight(streets.get(i), seed);
        shown = streets.stream()
                .max(Comparator.comparingInt(it -> areas.children(it.area.id()).size()))
                .orElseThrow();
        shownCommunity = areas.children(shown.area.id()).getFirst();
        shownDoors = doors(shownCommunity);
        for (var it : streets) if (county(it.area).equals(county(shown.area))) doorsOfShownCounty.addAll(it.doors);
    }

    private void collect(Area area) {
        if (area.kind().equals("township")) streets.add(new Street(area, doors(area)));
        else areas.children(area.id()).forEach(this::collect);
    }

    private List<AreaId> doors(Area area) {
        var found = new ArrayList<AreaId>();
        collectDoors(area, found);
        return found;
    }

    private void collectDoors(Area area, List<AreaId> found) {
        if (area.kind().equals("building")) found.add(area.id());
        else areas.children(area.id()).forEach(it -> collectDoors(it, found));
    }

    /** A larger street has more to report, but not in proportion; and some report more than others. */
    private static double weight(Street street, long seed) {
        var chance = new SplittableRandom(seed + street.area.code().hashCode());
        return Math.sqrt(street.doors.size()) * (0.85 + 0.3 * chance.nextDouble());
    }

    private AreaId county(Area street) {
        var above = street.parent();
        return above == null ? street.id() : above;
    }

    AreaId any(SplittableRandom chance) {
        double drawn = chance.nextDouble() * upTo[upTo.length - 1];
        int i = 0;
        while (upTo[i] < drawn) i++;
        return one(streets.get(i).doors, chance);
    }

    AreaId inShownCommunity(SplittableRandom chance) {
        return one(shownDoors, chance);
    }

    AreaId inShownCounty(SplittableRandom chance) {
        return one(doorsOfShownCounty, chance);
    }

    Area shownCommunity() {
        return shownCommunity;
    }

    AreaId shownDoor() {
        return shownDoors.getFirst();
    }

    /** The code of the street around a place. */
    String codeOfStreet(AreaId place) {
        return areas.above(place, "township").map(Area::code).orElse("");
    }

    private static AreaId one(List<AreaId> doors, SplittableRandom chance) {
        return doors.get(chance.nextInt(doors.size()));
    }
}
