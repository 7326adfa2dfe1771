package lianxin.cases;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * For whoever operates the town: how many cases time could not wake. They are tried again and the program works, so that
 * no gateway turns away from it; but a number that stays calls for the log.
 */
@Component("waking")
class SweepHealth implements HealthIndicator {

    private final CaseSweep sweep;

    SweepHealth(CaseSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("casesNotWoken", sweep.failing()).build();
    }
}
