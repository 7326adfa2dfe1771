package lianxin.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What kind of browser somebody signed in with, no finer than they would say it themselves. */
final class Browsers {

    private static final Map<String, String> PROGRAMS = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        PROGRAMS.put("MicroMessenger", "微信 WeChat");
        PROGRAMS.put("DingTalk", "钉钉 DingTalk");
        PROGRAMS.put("Edg", "Edge");
        PROGRAMS.put("Firefox", "Firefox");
        PROGRAMS.put("Chrome", "Chrome");
        PROGRAMS.put("Safari", "Safari");
        SYSTEMS.put("OpenHarmony", "HarmonyOS");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private Browsers() {}

    /** Empty when it does not say. */
    static String kind(@Nullable String userAgent) {
        if (userAgent == null) return "";
        var program = first(PROGRAMS, userAgent);
        var system = first(SYSTEMS, userAgent);
        return program.isEmpty() || system.isEmpty() ? program + system : program + " · " + system;
    }

    private static String first(Map<String, String> kinds, String userAgent) {
        return kinds.entrySet().stream()
                .filter(it -> userAgent.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
