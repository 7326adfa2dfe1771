package lianxin.platform;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * While a demonstration is being loaded under a clock of its own, time stands still for everybody else: sweeps and other
 * jobs of the real clock wait until the history has caught up with today.
 */
@Component
public final class Standstill {

    private final AtomicBoolean still = new AtomicBoolean();

    public boolean on() {
        return still.get();
    }

    public void during(Runnable work) {
        still.set(true);
        try {
            work.run();
        } finally {
            still.set(false);
        }
    }
}
