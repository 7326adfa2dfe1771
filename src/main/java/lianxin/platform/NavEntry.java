package lianxin.platform;

import java.security.Principal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A place that a module offers in the navigation: one bean each. The key names the message, the group the message of
 * the heading above it; the icon is one of the sprite. Readers to whom it would not open do not see it.
 */
public record NavEntry(
        String key,
        String url,
        String icon,
        int order,
        @Nullable String group,
        Predicate<Principal> opensTo) {

    public NavEntry(String key, String url, String icon, int order, @Nullable String group) {
        this(key, url, icon, order, group, reader -> true);
    }

    public NavEntry(String key, String url, String icon, int order) {
        this(key, url, icon, order, null);
    }

    public NavEntry opening(Predicate<Principal> to) {
        return new NavEntry(key, url, icon, order, group, to);
    }
}
