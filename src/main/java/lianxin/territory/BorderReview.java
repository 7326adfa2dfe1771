package lianxin.territory;

import static java.util.stream.Collectors.groupingBy;
import static lianxin.territory.BorderReview.Verdict.REFUSED;
import static lianxin.territory.BorderReview.Verdict.REPAIRED;
import static lianxin.territory.BorderReview.Verdict.TAKEN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.territory.BorderRows.Drawn;
import lianxin.territory.shape.BorderFile;
import lianxin.territory.shape.BorderFile.Feature;
import lianxin.territory.shape.Datum;
import lianxin.territory.shape.Mended;
import lianxin.territory.shape.Mending;
import lianxin.territory.shape.Outline;
import lianxin.territory.shape.Plane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Looks through a file of borders feature by feature: what can be taken, what had to be mended, what is refused and why. */
@Component
class BorderReview {
    /** In meters: what lies between two borders of the file and is wider belongs to nobody. */
    private static final double WIDEST_CRACK = 20;
    /** A repair that changes more than this part of an area is none: somebody must draw it again. */
    private static final double TOO_MUCH = 0.05;
    /** So much of a border must lie within the area above. */
    private static final double WITHIN = 0.9;

    private static final String NOT_YOURS = "territory.file.not-yours";

    private final Areas areas;
    private final BorderRows rows;
    private final Bystanders bystanders;
    private final Responsibilities responsibilities;
    private final Town town;

    BorderReview(Areas areas, BorderRows rows, Bystanders bystanders, Responsibilities responsibilities, Town town) {
        this.areas = areas;
        this.rows = rows;
        this.bystanders = bystanders;
        this.responsibilities = responsibilities;
        this.town = town;
    }

    enum Verdict {
        TAKEN,
        REPAIRED,
        REFUSED
    }

    /**
     * What becomes of one feature.
     *
     * @param sentence the key of why
     * @param before a point of it as the file has it
     * @param after the same point in WGS84
     */
    record Line(
            int number,
            String code,
            String name,
            Verdict verdict,
            String sentence,
            List<Object> details,
            @Nullable Mended mended,
            @Nullable Coordinate before,
            @Nullable Coordinate after) {

        long shift() {
            return before == null || after == null ? 0 : Math.round(meters(before, after));
        }
    }

    /** How far, in meters, the borders of the file would lie from those that are drawn already, were this the datum. */
    record Guess(Datum datum, long meters) {}

    /** A known point of the town: on whose ground it falls as the file stands and after the conversion. */
    record Landmark(String name, String asItStands, String converted) {}

    record Report(List<Line> lines, List<Drawn> drawn, List<Guess> guesses, List<Landmark> landmarks) {

        int count(Verdict verdict) {
            return (int) lines.stream().filter(it -> it.verdict == verdict).count();
        }

        int refused() {
            return count(REFUSED);
        }

        /** Whether the reader may keep the border of some area of the file, and none of it lies beyond. */
        boolean allWithinReach() {
            return refused() < lines.size() && lines.stream().noneMatch(it -> it.sentence.equals(NOT_YOURS));
        }
    }

    private record Sound(Feature feature, Area area, Geometry drawn) {}

    Report of(List<Feature> features, Datum datum, Instant from, Actor by) {
        var lines = new ArrayList<Line>();
        var sound = new ArrayList<Sound>();
        var seen = new HashSet<String>();
        for (var it : features) {
            var area = areas.byCode(it.code(), from);
            var why = refusal(it, area, datum, from, by, seen);
            if (why == null && area != null && it.drawn() != null)
                sound.add(new Sound(it, area, datum.toWgs84(it.drawn())));
            else if (why != null) lines.add(line(it, REFUSED, why, List.of(it.code()), null, datum));
        }
        var drawn = new ArrayList<Drawn>();
        sound.stream()
                .collect(groupingBy(it -> it.area.kind()))
                .values()
                .forEach(level -> mend(level, datum, from, lines, drawn));
        lines.sort((a, b) -> Integer.compare(a.number, b.number));
        return new Report(lines, drawn, guesses(features, from), landmarks(features, datum));
    }

    private @Nullable String refusal(
            Feature it, @Nullable Area area, Datum datum, Instant from, Actor by, Set<String> seen) {
        if (it.code().isEmpty()) return "territory.file.no-code";
        if (!seen.add(it.code())) return "territory.file.twice";
        if (area == null) return "territory.file.unknown";
        if (!by.may(May.MANAGE_UNITS, responsibilities.responsible(area.id(), "", from))) return NOT_YOURS;
        if (it.drawn() == null) return "territory.file.no-surface";
        if (!BorderFile.inDegrees(it.drawn())) return "territory.file.no-degrees";
        if (!rows.changeLater(List.of(area.id()), from).isEmpty()) return "territory.file.later";
        var above = area.parent() == null
                ? null
                : rows.standing(List.of(area.parent()), from).get(area.parent().number());
        if (above == null) return null;
        var placed = valid(datum.toWgs84(it.drawn()));
        double inside = placed.intersection(above.border()).getArea();
        return inside < placed.getArea() * WITHIN ? "territory.file.elsewhere" : null;
    }

    private static Geometry valid(Geometry drawn) {
        return drawn.isValid() ? drawn : drawn.buffer(0);
    }

    /**
     * Borders of one level are closed to one ground: what two claim goes to the one it borders most, and what stands already
     * and is not in the file keeps its own.
     */
    private void mend(List<Sound> level, Datum datum, Instant from, List<Line> lines, List<Drawn> drawn) {
        var outlines = new HashMap<String, Sound>();
        level.forEach(it -> outlines.put(it.area.code(), it));
        var raw = level.stream()
                .map(it -> new Outline(it.area.code(), it.area.name(), it.drawn))
                .toList();
        var closed = Mending.mend(raw, WIDEST_CRACK);
        var areas = level.stream().map(Sound::area).toList();
        var beside = bystanders.of(areas, closed.keySet(), from);
        closed.forEach((outline, mended) -> {
            var it = outlines.get(outline.code());
            if (it == null) return;
            if (changed(mended) > TOO_MUCH || outline.geometry().isEmpty()) {
                lines.add(line(it.feature, REFUSED, "territory.file.too-much", List.of(it.area.name()), mended, datum));
                return;
            }
            var left = beside.leave(outline.geometry());
            if (left.border() == null || left.given() > mended.squareMetersAfter() * TOO_MUCH) {
                var details = List.<Object>of(it.area.name(), left.names());
                lines.add(line(it.feature, REFUSED, "territory.file.covers-others", details, mended, datum));
                return;
            }
            var told = left.given() > 0 ? left.told(mended) : mended;
            var details = new ArrayList<Object>(List.of(it.area.name()));
            if (left.given() > 0) details.addAll(List.of(left.names(), Math.round(left.given())));
            boolean touched = told.repaired() || told.overlapRemoved() > 1 || told.gapFilled() > 1;
            var sentence = left.given() > 0
                    ? "territory.file.gave-way"
                    : touched ? "territory.file.repaired" : "territory.file.taken";
            lines.add(line(it.feature, touched ? REPAIRED : TAKEN, sentence, details, told, datum));
            drawn.add(new Drawn(it.area.id(), left.border(), told, false));
        });
    }

    private static double changed(Mended mended) {
        return Math.abs(mended.squareMetersAfter() - mended.squareMetersBefore()) / mended.squareMetersBefore();
    }

    private static Line line(
            Feature it, Verdict verdict, String sentence, List<Object> details, @Nullable Mended mended, Datum datum) {
        var before = it.drawn() == null ? null : it.drawn().getCentroid().getCoordinate();
        var after = before == null || it.drawn() == null || !BorderFile.inDegrees(it.drawn())
                ? null
                : datum.toWgs84(before);
        return new Line(it.number(), it.code(), it.name(), verdict, sentence, details, mended, before, after);
    }

    /** Where borders of the same areas stand already, each datum is tried; the smallest distance tells. */
    private List<Guess> guesses(List<Feature> features, Instant from) {
        var known = new HashMap<AreaId, Feature>();
        for (var it : features) {
            var area = areas.byCode(it.code(), from);
            if (area != null && it.drawn() != null && BorderFile.inDegrees(it.drawn())) known.put(area.id(), it);
        }
        var standing = rows.standing(known.keySet(), from);
        if (standing.isEmpty()) return List.of();
        return Arrays.stream(Datum.values())
                .map(datum -> new Guess(datum, Math.round(median(known, standing, datum))))
                .toList();
    }

    private static double median(Map<AreaId, Feature> known, Map<Integer, BorderRows.Drawn> standing, Datum datum) {
        var distances = standing.values().stream()
                .mapToDouble(it -> {
                    var feature = known.get(it.area());
                    var drawn = feature == null ? null : feature.drawn();
                    var center = drawn == null ? null : drawn.getCentroid().getCoordinate();
                    if (center == null) return 0;
                    return meters(
                            datum.toWgs84(center), it.border().getCentroid().getCoordinate());
                })
                .sorted()
                .toArray();
        return distances[distances.length / 2];
    }

    private static double meters(Coordinate one, Coordinate other) {
        return new Plane(one.x, one.y).flat(other.x, other.y).distance(new Coordinate(0, 0));
    }

    private List<Landmark> landmarks(List<Feature> features, Datum datum) {
        var found = new ArrayList<Landmark>();
        for (var it : town.landmarks()) {
            var point = new Coordinate(it.lon(), it.lat());
            var asItStands = holder(features, point);
            var converted = holder(features, datum.fromWgs84(point));
            if (!asItStands.isEmpty() || !converted.isEmpty())
                found.add(new Landmark(it.name(), asItStands, converted));
        }
        return found;
    }

    private static String holder(List<Feature> features, Coordinate point) {
        for (var it : features) {
            if (it.drawn() == null || !it.drawn().getEnvelopeInternal().covers(point)) continue;
            var drawn = valid(it.drawn());
            if (drawn.covers(drawn.getFactory().createPoint(point)))
                return it.name().isEmpty() ? it.code() : it.name();
        }
        return "";
    }
}
