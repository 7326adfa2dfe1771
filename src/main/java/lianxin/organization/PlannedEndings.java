package lianxin.organization;

import java.time.Clock;
import lianxin.platform.Standstill;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When the day of a planned ending has come, what is held without a date goes over; one ending a transaction. */
@Component
public class PlannedEndings {

    private static final Logger log = LoggerFactory.getLogger(PlannedEndings.class);

    private final LineageRepository lineage;
    private final Units units;
    private final Standstill standstill;
    private final Clock clock;

    PlannedEndings(LineageRepository lineage, Units units, Standstill standstill, Clock clock) {
        this.lineage = lineage;
        this.units = units;
        this.standstill = standstill;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${lianxin.sweep-every:PT15S}")
    void sweep() {
        if (!standstill.on()) run();
    }

    /** Returns how many were tried. */
    public int run() {
        var tried = 0;
        for (var event = lineage.claim(clock.instant()); event.isPresent(); event = lineage.claim(clock.instant())) {
            tried++;
            try {
                units.carryOut(event.get());
            } catch (RuntimeException failed) {
                log.error("The planned ending {} was not carried out", event.get(), failed);
            }
        }
        return tried;
    }
}
