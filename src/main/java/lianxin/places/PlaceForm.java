package lianxin.places;

import java.time.LocalDate;
import java.util.List;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import lianxin.territory.Spot;
import lianxin.territory.TypedPoint;
import org.jspecify.annotations.Nullable;

/**
 * A place as somebody typed it in.
 *
 * @param area the code of the area; left empty, the point says where it stands
 * @param point two numbers in WGS84
 * @param from the day from which it is so; today when left empty
 */
record PlaceForm(
        @Nullable String name,
        @Nullable String type,
        @Nullable String level,
        @Nullable String status,
        @Nullable String area,
        @Nullable String point,
        @Nullable String address,
        @Nullable String hours,
        @Nullable List<String> amenities,
        @Nullable List<String> services,
        @Nullable List<String> functions,
        @Nullable String mode,
        @Nullable String web,
        @Nullable LocalDate from) {

    static PlaceForm of(PlaceDetails it, String areaCode) {
        var spot = it.spot();
        return new PlaceForm(
                it.name(),
                it.type(),
                it.level(),
                it.status().key(),
                areaCode,
                spot == null ? "" : "%.6f, %.6f".formatted(spot.lon(), spot.lat()),
                it.address(),
                it.hours().written(),
                it.amenities(),
                it.services(),
                it.functions(),
                it.mode().key(),
                it.web(),
                null);
    }

    static PlaceForm blank(String areaCode, String level) {
        return new PlaceForm(
                "", "", level, "open", areaCode, "", "", "", List.of(), List.of(), List.of(), "offline", "", null);
    }

    static String said(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    boolean has(@Nullable List<String> chosen, String key) {
        return chosen != null && chosen.contains(key);
    }

    @Nullable
    Spot spot() {
        if (said(point).isEmpty()) return null;
        var read = TypedPoint.read(said(point))
                .orElseThrow(() -> new RuleBroken("territory.point.unreadable", said(point)));
        return new Spot(read.x, read.y, false);
    }

    PlaceDetails details(AreaId where, @Nullable Spot spot, boolean generated) {
        return new PlaceDetails(
                said(name),
                said(type),
                said(level),
                PlaceStatus.of(said(status)).orElseThrow(() -> new RuleBroken("places.wrong.status")),
                where,
                said(address),
                spot,
                OpeningHours.read(said(hours)).orElseThrow(() -> new RuleBroken("places.wrong.hours", said(hours))),
                amenities == null ? List.of() : amenities,
                services == null ? List.of() : services,
                functions == null ? List.of() : functions,
                said(mode).isEmpty()
                        ? PlaceMode.OFFLINE
                        : PlaceMode.of(said(mode)).orElseThrow(() -> new RuleBroken("places.wrong.mode", said(mode))),
                said(web),
                generated);
    }
}
