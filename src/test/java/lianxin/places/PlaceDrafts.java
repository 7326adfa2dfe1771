package lianxin.places;

import java.util.List;
import lianxin.territory.AreaId;
import lianxin.territory.Spot;

/** Places as somebody writes them down before they are opened. */
public final class PlaceDrafts {

    private PlaceDrafts() {}

    public static PlaceDetails place(String name, String type, AreaId area, String... amenities) {
        return new PlaceDetails(
                name,
                type,
                "community",
                PlaceStatus.OPEN,
                area,
                "",
                null,
                OpeningHours.read("周一至周五 8:30-17:00").orElseThrow(),
                List.of(amenities),
                List.of(),
                List.of(),
                false);
    }

    public static PlaceDetails at(PlaceDetails it, double lon, double lat) {
        return new PlaceDetails(
                it.name(),
                it.type(),
                it.level(),
                it.status(),
                it.area(),
                it.address(),
                new Spot(lon, lat, false),
                it.hours(),
                it.amenities(),
                it.services(),
                it.functions(),
                it.generated());
    }

    public static PlaceDetails of(PlaceDetails it, String level, PlaceStatus status) {
        return new PlaceDetails(
                it.name(),
                it.type(),
                level,
                status,
                it.area(),
                it.address(),
                it.spot(),
                it.hours(),
                it.amenities(),
                it.services(),
                it.functions(),
                it.generated());
    }
}
