package lianxin.cases;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people type into a form, freed of signs nobody types and no database keeps. */
final class Typed {

    private static final Pattern NOT_TYPED = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private Typed() {}

    static String lines(String typed) {
        return NOT_TYPED
                .matcher(typed.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
    }

    static String line(String typed) {
        return lines(typed).replaceAll("[\\n\\t]+", " ");
    }

    /** Null for what is no number. */
    static @Nullable Integer number(String typed) {
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
