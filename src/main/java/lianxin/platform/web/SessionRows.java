package lianxin.platform.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * When somebody was last here is written once a minute and not at every page, so that reading waits for no disk. All
 * else about a session is written at once. Each statement stands alone: a session of which only a part was written
 * before a crash is one that must be signed in again.
 */
@Configuration(proxyBeanMethods = false)
class SessionRows {

    private static final String UPDATE = """
            UPDATE %TABLE_NAME% AS kept
            SET session_id = now.session_id, last_access_time = now.last_access_time,
                max_inactive_interval = now.max_inactive_interval, expiry_time = now.expiry_time,
                principal_name = now.principal_name
            FROM (VALUES (CAST(? AS char(36)), CAST(? AS bigint), CAST(? AS integer), CAST(? AS bigint),
                          CAST(? AS varchar), CAST(? AS char(36))))
                AS now (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
            WHERE kept.primary_id = now.primary_id
                AND (kept.last_access_time < now.last_access_time - 60000
                    OR kept.session_id <> now.session_id
                    OR kept.max_inactive_interval <> now.max_inactive_interval
                    OR kept.principal_name IS DISTINCT FROM now.principal_name)
            """;

    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> oncePerMinute() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }
}
