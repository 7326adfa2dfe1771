package lianxin.bodies;

import lianxin.organization.Actor;
import lianxin.platform.Standstill;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When the last day of a joint body has come, it is over; one body a transaction. */
@Component
public class EndingSweep {

    private static final Logger log = LoggerFactory.getLogger(EndingSweep.class);

    private final Endings endings;
    private final Standstill standstill;

    EndingSweep(Endings endings, Standstill standstill) {
        this.endings = endings;
        this.standstill = standstill;
    }

    @Scheduled(fixedDelayString = "${lianxin.sweep-every:PT15S}")
    void sweep() {
        if (!standstill.on()) run();
    }

    /** Returns how many were tried. */
    public int run() {
        var tried = 0;
        for (var body = endings.claim(); body.isPresent(); body = endings.claim()) {
            tried++;
            try {
                endings.carryOut(body.get(), Actor.CLOCK);
            } catch (RuntimeException failed) {
                log.error("The ending of the joint body {} was not carried out", body.get(), failed);
            }
        }
        return tried;
    }
}
