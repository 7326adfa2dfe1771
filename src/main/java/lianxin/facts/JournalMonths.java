package lianxin.facts;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import lianxin.platform.Ids;
import lianxin.platform.OwnerDatabase;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps a partition of the journal ready for every month ahead, cut at UTC months of recorded time. Before a
 * demonstration is loaded it also makes the months back to its start. Works as the owner of the tables.
 */
@Component
public class JournalMonths implements InitializingBean {

    private static final int MONTHS_AHEAD = 3;

    private final OwnerDatabase owner;
    private final Clock clock;

    JournalMonths(OwnerDatabase owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        keepAhead();
    }

    /** One month back as well: a fact of a clock that was set back a little still finds its page. */
    @Scheduled(cron = "0 10 3 * * *", zone = "#{@cityClock.zone.id}")
    void keepAhead() {
        var now = clock.instant();
        make(month(now).minusMonths(1), month(now).plusMonths(MONTHS_AHEAD));
    }

    /** Makes the months from the one of this instant up to now. */
    public void reachBackTo(Instant start) {
        make(month(start), month(clock.instant()).plusMonths(MONTHS_AHEAD));
    }

    private void make(YearMonth first, YearMonth last) {
        try (var connection = owner.connections().getConnection();
                var make = connection.prepareStatement("SELECT facts.make_partition(?, ?, ?)")) {
            for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                make.setObject(1, month.atDay(1));
                make.setObject(2, Ids.bound(start(month)));
                make.setObject(3, Ids.bound(start(month.plusMonths(1))));
                make.execute();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The journal's months could not be made", failed);
        }
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
