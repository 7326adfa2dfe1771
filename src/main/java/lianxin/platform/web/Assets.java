package lianxin.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Our own style sheets, scripts and pictures under an address that carries the sum of the content, so that a browser
 * may keep them for a year: {@code app/staff.css} becomes {@code /app/1f3a…/staff.css}.
 */
@Component
class Assets {

    static final String HASHED = "/app/{sum:[0-9a-f]{12}}/**";

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    String address(String path) {
        return path.startsWith("app/") ? addresses.computeIfAbsent(path, Assets::hashed) : "/" + path;
    }

    private static String hashed(String path) {
        try (var content = new ClassPathResource("static/" + path).getInputStream()) {
            var sum = DigestUtils.md5DigestAsHex(content).substring(0, 12);
            return "/app/" + sum + path.substring("app".length());
        } catch (IOException missing) {
            throw new UncheckedIOException("No such asset: " + path, missing);
        }
    }

    /** Finds the file behind the sum; any sum will do, an old page gets today's file. */
    static class BehindSum extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            return super.getResource(path.substring(path.indexOf('/') + 1), location);
        }
    }
}
