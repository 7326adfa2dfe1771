/**
 * Places open to the public: centers and stations of the Party and the masses, parlours, bases, facilities of a village. A
 * place stands in an area, has a type and a level, offers amenities, services and functions, and keeps hours; what it was and
 * offered holds from one day to another. Behind the code on its door a resident reads what it offers, finds the nearest one
 * with an amenity and reports. How many people came is a number for a day, and no column says who. How far a town has come
 * with what it planned is counted from the places that stand.
 */
@NullMarked
@ApplicationModule(
        displayName = "Places",
        allowedDependencies = {"platform", "playbook", "facts", "organization", "sheets", "territory"})
package lianxin.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
