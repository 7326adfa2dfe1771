package lianxin.places;

import java.util.List;

/**
 * A room of a place that can be had for an hour.
 *
 * @param functions what it may be had for, by keys of the playbook; for anything where it is empty
 */
public record Room(int number, PlaceId place, String name, int seats, List<String> functions) {

    public Room {
        functions = List.copyOf(functions);
    }

    boolean serves(String purpose) {
        return functions.isEmpty() || functions.contains(purpose);
    }
}
