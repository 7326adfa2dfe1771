package lianxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a figure was measured on; without it a figure says nothing. */
record Machine(int cores, String memory, String cpu, String jdk, String system, String load) {

    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                totalMemory(),
                line("/proc/cpuinfo", "model name"),
                System.getProperty("java.vendor.version", System.getProperty("java.vendor")) + " "
                        + System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                loadAverage());
    }

    static String loadAverage() {
        return first("/proc/loadavg");
    }

    @Override
    public String toString() {
        return "machine: %d cores, %s memory, %s; JDK %s; %s; load average at start %s"
                .formatted(cores, memory, cpu, jdk, system, load);
    }

    private static String totalMemory() {
        var kilobytes = line("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
        return kilobytes.isEmpty() ? "unknown" : "%.1f GB".formatted(Long.parseLong(kilobytes) / 1048576.0);
    }

    private static String line(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(it -> it.startsWith(key))
                    .map(it -> it.substring(it.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    private static String first(String file) {
        try {
            var parts = Files.readString(Path.of(file)).split(" ");
            return parts[0] + " " + parts[1] + " " + parts[2];
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
