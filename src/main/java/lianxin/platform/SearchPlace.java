package lianxin.platform;

/** Where the search field above every page leads: one bean in the whole town. The key names the message inside the field. */
public record SearchPlace(String url, String key) {}
