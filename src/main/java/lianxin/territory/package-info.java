/**
 * The ground of the town: city, counties, streets, communities, and below them grids, micro-grids and buildings. An area
 * is never responsible; a unit is. This module alone says which unit answers for an area in a line of work at a time, and
 * it always answers: the nearest area upwards that has somebody for the line, else the nearest that has somebody for all.
 * Names, parents, borders and assignments are rows over time, valid and known; the way from a building up to the city is
 * walked in a picture of the whole ground held in memory, replaced when the ground's edition changes. Borders come from
 * public drawings, are mended into one seamless ground and kept in WGS84; what was done to them is told on the map.
 * What lies below the community is generated for the demonstration and says so.
 */
@NullMarked
@ApplicationModule(
        displayName = "Territory",
        allowedDependencies = {"platform", "playbook", "facts", "organization"})
package lianxin.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
