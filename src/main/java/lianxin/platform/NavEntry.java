package lianxin.platform;

import org.jspecify.annotations.Nullable;

/**
 * A place that a module offers in the navigation: one bean each. The key names the message, the group the message of
 * the heading above it; the icon is one of the sprite.
 */
public record NavEntry(
        String key,
        String url,
        String icon,
        int order,
        @Nullable String group) {

    public NavEntry(String key, String url, String icon, int order) {
        this(key, url, icon, order, null);
    }
}
