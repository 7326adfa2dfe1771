package lianxin.directives;

import lianxin.platform.Standstill;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for parts whose day is over; one part a transaction, and one that fails holds up no other. Nodes may look at once. */
@Component
public class LateSweep {

    private static final Logger log = LoggerFactory.getLogger(LateSweep.class);
    private static final int AT_ONCE = 500;

    private final Lateness lateness;
    private final Standstill standstill;

    LateSweep(Lateness lateness, Standstill standstill) {
        this.lateness = lateness;
        this.standstill = standstill;
    }

    @Scheduled(fixedDelayString = "${lianxin.sweep-every:PT15S}")
    void sweep() {
        if (!standstill.on()) run();
    }

    /** Returns how many were told. */
    public int run() {
        int told = 0;
        for (var come = lateness.come(0, AT_ONCE);
                !come.isEmpty();
                come = lateness.come(come.getLast().number(), AT_ONCE)) for (var id : come) if (told(id)) told++;
        return told;
    }

    private boolean told(PartId id) {
        try {
            return lateness.tell(id);
        } catch (RuntimeException failed) {
            log.error("The task part {} could not be told to be late", id, failed);
            return false;
        }
    }
}
