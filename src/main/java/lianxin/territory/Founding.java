package lianxin.territory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Unit;
import lianxin.organization.Units;
import lianxin.platform.RuleBroken;
import lianxin.playbook.Playbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lays out the real town of the playbook: its divisions with their units and departments, the borders that are known,
 * and who answers where. Nothing is made up; what lies below the community is for the town to add.
 */
@Component
public class Founding {

    private static final String REASON = "按区划名录建立";
    private static final byte[] NO_BORDERS = "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(UTF_8);

    private final Playbook playbook;
    private final @Nullable String ownList;
    private final Town town;
    private final Divisions divisions;
    private final OrganizationRules rules;
    private final Units units;
    private final Surveying surveying;
    private final Borders borders;
    private final Responsibilities responsibilities;

    Founding(
            Playbook playbook,
            Town town,
            Divisions divisions,
            OrganizationRules rules,
            Units units,
            Surveying surveying,
            Borders borders,
            Responsibilities responsibilities) {
        this.playbook = playbook;
        this.ownList = playbook.bind("place.yaml", Place.class).divisions;
        this.town = town;
        this.divisions = divisions;
        this.rules = rules;
        this.units = units;
        this.surveying = surveying;
        this.borders = borders;
        this.responsibilities = responsibilities;
    }

    record Place(@Nullable String divisions) {}

    /** The list of divisions: the playbook's own file, or the one shipped for it. */
    public byte[] list() {
        if (ownList != null) return playbook.text(ownList).orElseThrow().getBytes(UTF_8);
        return shipped("/divisions/" + playbook.name() + ".csv")
                .orElseThrow(() -> new RuleBroken("territory.no-divisions"));
    }

    /** The borders shipped for the playbook; an empty ground when there are none. */
    public Coverage coverage() {
        return Coverage.fromShifted(
                shipped("/geo/" + playbook.name() + ".geojson").orElse(NO_BORDERS));
    }

    private static Optional<byte[]> shipped(String path) {
        try (var file = Founding.class.getResourceAsStream(path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void found(Instant from) {
        var list = list();
        var seeds = divisions.ofTown(list);
        units.importUnits(rules.unitsOf(seeds), from, REASON, Actor.SYSTEM);
        var top = units.byCode(seeds.getFirst().code()).map(Unit::id).orElseThrow();
        var taken = surveying.importAreas(AreaFile.read(list, town).rows(), from, top, Actor.SYSTEM);
        if (!taken.errors().isEmpty())
            throw new RuleBroken(taken.errors().getFirst().key());
        borders.importBorders(coverage(), from, top, Actor.SYSTEM);
        responsibilities.assignUnitsOfAreas(from, Actor.SYSTEM);
    }
}
