package lianxin.places;

import java.time.LocalDateTime;
import java.util.List;
import lianxin.territory.AreaId;
import lianxin.territory.Spot;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a place in a time.
 *
 * @param type a key of the playbook, as are amenities, services and functions
 * @param level the level it is kept by: a center of the county may stand in a village
 * @param area where it stands
 * @param address the way to the door, in words
 * @param generated whether it was made up for the demonstration
 */
public record PlaceDetails(
        String name,
        String type,
        String level,
        PlaceStatus status,
        AreaId area,
        String address,
        @Nullable Spot spot,
        OpeningHours hours,
        List<String> amenities,
        List<String> services,
        List<String> functions,
        boolean generated) {

    public PlaceDetails {
        amenities = List.copyOf(amenities);
        services = List.copyOf(services);
        functions = List.copyOf(functions);
    }

    /** Whether somebody who stands before the door then gets in, as far as the hours say. */
    public boolean openAt(LocalDateTime moment) {
        return status.receives() && hours.openAt(moment);
    }
}
