package lianxin.places;

import java.util.List;
import lianxin.territory.AreaId;
import lianxin.territory.Spot;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a place in a time.
 *
 * @param type a key of the playbook, as are amenities, services and functions
 * @param level the level it is kept by: a center of the county may stand in a village
 * @param area where it stands; of a place on the web the area of whoever keeps it
 * @param address the way to the door, in words
 * @param web the address of what is on the web, never opened or fetched by the program; empty where nothing is
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
        PlaceMode mode,
        String web,
        boolean generated) {

    public PlaceDetails {
        amenities = List.copyOf(amenities);
        services = List.copyOf(services);
        functions = List.copyOf(functions);
    }

    /** With a door and nothing on the web. */
    public PlaceDetails(
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
        this(
                name,
                type,
                level,
                status,
                area,
                address,
                spot,
                hours,
                amenities,
                services,
                functions,
                PlaceMode.OFFLINE,
                "",
                generated);
    }

    /** The same, found there. */
    public PlaceDetails at(PlaceMode mode, String web) {
        return new PlaceDetails(
                name, type, level, status, area, address, spot, hours, amenities, services, functions, mode, web,
                generated);
    }
}
