/**
 * The ground of the town: city, counties, streets, communities, and below them grids, micro-grids and buildings. An area
 * is never responsible; a unit is. This module alone says which unit answers for an area in a line of work at a time, and
 * it always answers: the nearest area upwards that has somebody for the line, else the nearest that has somebody for all.
 * Names, parents, borders and assignments are rows over time, valid and known; the way from a building up to the city is
 * walked in a picture of the whole ground held in memory, replaced when the ground's edition changes. Borders are drawn or
 * come from files, are mended, kept in WGS84 and changed in steps that can be taken back; a point or an address in words
 * leads to its area. All lines of work share one grid and one list of its tasks. What lies below the community is generated for the demonstration and says so.
 */
@NullMarked
@ApplicationModule(
        displayName = "Territory",
        allowedDependencies = {"platform", "playbook", "facts", "organization", "sheets"})
package lianxin.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
