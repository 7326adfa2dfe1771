package lianxin.browser;

import java.util.Locale;
import lianxin.platform.Messages;

/** One way to live through the story: on which screen, in which language, and what the resident's browser can do. */
record Walk(String name, int width, int height, Locale language, boolean largeType, boolean residentHasScripts) {

    static final Walk AT_A_DESK = new Walk("desktop", 1440, 900, Messages.CHINESE, false, true);
    static final Walk WITH_A_PHONE = new Walk("phone", 390, 844, Messages.ENGLISH, true, false);

    boolean phone() {
        return width < 500;
    }

    boolean english() {
        return language.equals(Messages.ENGLISH);
    }

    @Override
    public String toString() {
        return name;
    }
}
