package lianxin.organization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lianxin.facts.Ref;

/** The ground as far as units must know it, to which an area is only a {@link Ref}; implemented by the module above. */
public interface Places {

    /** Of these areas the first one met on the way from the place upwards, the place itself included. */
    Optional<Ref> nearest(Ref place, Set<Ref> areas, Instant at);

    /** The unit that answers for the place. */
    Optional<UnitId> answering(Ref place, Instant at);

    /** The areas the unit itself was given to answer for in all that nobody else does. */
    List<Ref> answeredBy(UnitId unit, Instant at);

    /** The areas right below the unit's own for which no unit below it answers: what can be split between successors. */
    List<Ground> groundOf(UnitId unit, Instant at);

    record Ground(Ref area, String code, String name) {}

    /** When something about the ground changes next without any further word. */
    Instant nextChange(Instant at);

    /** All areas of the level as they were then, in the order of their codes. */
    Sites sites(String level, Instant at);

    /** Equal as long as nothing about the ground has changed. */
    Object edition();

    /** @param until when something about the ground changes next without any further word */
    record Sites(List<Site> all, Instant until) {}

    /**
     * @param above codes of the areas around it, the nearest first
     * @param parts codes of the areas it is made of, where nothing lies in it
     */
    record Site(Ref area, String code, String name, List<String> above, List<String> parts) {}
}
