package lianxin.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Under which name people outside reach the town: the one that is set, otherwise the one by which it was called. */
@Component
public class PublicAddress {

    private final String set;

    public PublicAddress(@Value("${lianxin.public-url:}") String set) {
        this.set = set.replaceAll("/+$", "");
    }

    /** @param path begins with a slash */
    public String whole(String path, HttpServletRequest request) {
        if (!set.isEmpty()) return set + path;
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + path;
    }
}
