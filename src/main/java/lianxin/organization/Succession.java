package lianxin.organization;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lianxin.facts.Ref;
import org.jspecify.annotations.Nullable;

/**
 * One unit merged, split or dissolved: who takes over what it held. A thing that lies on the ground of one of the
 * successors goes there, everything else to the one that is named; after a split that may be the unit itself.
 */
public final class Succession {

    private final UUID event;
    private final Kind kind;
    private final UnitId from;
    private final Instant at;
    private final UnitId named;
    private final Map<Ref, UnitId> parts;
    private final Instant knownFrom;
    private final @Nullable Places places;

    Succession(
            UUID event,
            Kind kind,
            UnitId from,
            Instant at,
            UnitId named,
            Map<Ref, UnitId> parts,
            Instant knownFrom,
            @Nullable Places places) {
        this.event = event;
        this.kind = kind;
        this.from = from;
        this.at = at;
        this.named = named;
        this.parts = Map.copyOf(parts);
        this.knownFrom = knownFrom;
        this.places = places;
    }

    /** How a unit can come to its end, or lose a part. */
    enum Kind {
        MERGE,
        SPLIT,
        DISSOLVE
    }

    public UnitId from() {
        return from;
    }

    /** The first moment at which it is so. */
    public Instant at() {
        return at;
    }

    /** Who takes over a thing with this place, or without one. */
    public UnitId heirOf(@Nullable Ref place) {
        if (place == null || parts.isEmpty()) return named;
        var nearest = places == null
                ? Optional.of(place).filter(parts::containsKey)
                : places.nearest(place, parts.keySet(), at);
        return nearest.map(parts::get).orElse(named);
    }

    /** Areas, and units that stood below, that go to somebody else than the one named. */
    public Map<Ref, UnitId> parts() {
        return parts;
    }

    /** The one named for what lies on nobody's ground. */
    public UnitId named() {
        return named;
    }

    UUID event() {
        return event;
    }

    Kind kind() {
        return kind;
    }

    Instant knownFrom() {
        return knownFrom;
    }

    /** Whether the unit lives on without what it gave away. */
    boolean livesOn() {
        return named.equals(from);
    }

    /** All who take something over, the one named first; never the unit itself. */
    Set<UnitId> heirs() {
        var heirs = new LinkedHashSet<UnitId>();
        heirs.add(named);
        heirs.addAll(parts.values());
        heirs.remove(from);
        return heirs;
    }
}
