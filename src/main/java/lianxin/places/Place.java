package lianxin.places;

import lianxin.territory.AreaId;

/**
 * A place open to the public (阵地): a service center, a station, a parlor, a base.
 *
 * @param code stands on its poster and leads to its public page
 */
public record Place(PlaceId id, String code, PlaceDetails details) {

    public String name() {
        return details.name();
    }

    public String type() {
        return details.type();
    }

    public AreaId area() {
        return details.area();
    }
}
