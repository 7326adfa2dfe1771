package lianxin.territory;

import java.time.Instant;
import java.util.Optional;
import lianxin.organization.UnitId;
import org.springframework.stereotype.Service;

/** The one question of everybody who has a point: whose ground it is, and who answers there in a line of work, on a day. */
@Service
public class Whereabouts {
    private final Borders borders;
    private final Areas areas;
    private final Responsibilities responsibilities;

    Whereabouts(Borders borders, Areas areas, Responsibilities responsibilities) {
        this.borders = borders;
        this.areas = areas;
        this.responsibilities = responsibilities;
    }

    /**
     * @param uncertain the point lies outside every border and only near this area: a person should look
     * @param meters how far outside
     */
    public record Answer(Area area, boolean uncertain, double meters, UnitId unit) {}

    /** @param line empty for whoever answers for all that nobody else answers for */
    public Optional<Answer> of(double lon, double lat, String line, Instant at) {
        return borders.locate(lon, lat, at)
                .flatMap(found -> areas.on(found.area(), at)
                        .map(area -> new Answer(
                                area,
                                found.uncertain(),
                                found.meters(),
                                responsibilities.responsible(area.id(), line, at))));
    }
}
