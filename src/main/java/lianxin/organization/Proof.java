package lianxin.organization;

import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Proves every night what the verbs keep: that no unit stands under two at once or bears two names at once,
 * that none stands under one that does not live, and that every number in the dated rows is a unit. It finds; people put right.
 */
@Component
class Proof {

    private static final Logger log = LoggerFactory.getLogger(Proof.class);

    private final DSLContext sql;

    Proof(DSLContext sql) {
        this.sql = sql;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "#{@cityClock.zone.id}")
    void tonight() {
        var overlaps = overlaps();
        var strangers = strangers();
        if (!overlaps.isEmpty()) log.error("Units with two parents or names at once: {}", overlaps);
        var orphans = orphans();
        if (!orphans.isEmpty()) log.error("Units that stand under one that does not live then: {}", orphans);
        if (!strangers.isEmpty()) log.error("Dated rows of units that are not there: {}", strangers);
    }

    /** Units with two rows of the same tree, or two names, that are valid and known at the same moment. */
    List<Integer> overlaps() {
        return sql.fetch("""
                SELECT DISTINCT unit FROM (
                    SELECT unit, valid_from < max(valid_to) OVER (PARTITION BY unit, tree ORDER BY valid_from
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS bad
                    FROM organization.unit_parent WHERE known_to = 'infinity'
                    UNION ALL
                    SELECT unit, valid_from < max(valid_to) OVER (PARTITION BY unit ORDER BY valid_from
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
                    FROM organization.unit_version WHERE known_to = 'infinity') rows
                WHERE bad ORDER BY unit""").into(Integer.class);
    }

    List<Integer> strangers() {
        return sql.fetch("""
                SELECT unit FROM (
                    SELECT unit FROM organization.unit_version UNION SELECT unit FROM organization.unit_parent
                    UNION SELECT parent FROM organization.unit_parent) named
                WHERE NOT EXISTS (SELECT FROM organization.unit WHERE number = named.unit)""").into(Integer.class);
    }

    /** Units that on some day stand under a unit that does not live, or do not live themselves. */
    List<Integer> orphans() {
        return sql.fetch("""
                WITH life AS (
                    SELECT unit, min(valid_from) AS born, max(valid_to) AS ended
                    FROM organization.unit_version WHERE known_to = 'infinity' GROUP BY unit)
                SELECT DISTINCT p.unit FROM organization.unit_parent p
                WHERE p.known_to = 'infinity' AND NOT EXISTS (SELECT FROM life l WHERE l.unit = p.parent
                    AND l.born <= p.valid_from AND l.ended >= p.valid_to)
                OR p.known_to = 'infinity' AND NOT EXISTS (SELECT FROM life l WHERE l.unit = p.unit
                    AND l.born <= p.valid_from AND l.ended >= p.valid_to)
                ORDER BY p.unit""").into(Integer.class);
    }
}
