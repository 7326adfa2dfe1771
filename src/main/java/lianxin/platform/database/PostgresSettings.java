package lianxin.platform.database;

import java.util.ArrayList;
import java.util.List;

/** How the embedded server is set: for one town on two cores, nothing lost on a power cut, no personal data in its log. */
final class PostgresSettings {
    private static final List<String> ALWAYS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "cluster_name=lianxin",
            "shared_buffers=128MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "effective_cache_size=1GB",
            "random_page_cost=1.1",
            "max_wal_size=1GB",
            "max_worker_processes=4",
            "max_parallel_workers=2",
            "max_parallel_workers_per_gather=1",
            "autovacuum_max_workers=2",
            "io_method=sync",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_messages=warning",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");
    private static final List<String> LASTING =
            List.of("max_connections=60", "fsync=on", "synchronous_commit=on", "full_page_writes=on");
    private static final List<String> TEMPORARY = List.of(
            "max_connections=300",
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "wal_level=minimal",
            "max_wal_senders=0");

    private PostgresSettings() {}

    static List<String> of(int port, boolean temporary) {
        var settings = new ArrayList<>(ALWAYS);
        settings.add("port=" + port);
        settings.addAll(temporary ? TEMPORARY : LASTING);
        return settings;
    }
}
