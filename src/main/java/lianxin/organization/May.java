package lianxin.organization;

import java.util.Locale;

/** What a post can allow. */
public enum May {
    DISPATCH(true),
    HANDLE(true),
    SUPERVISE(true),
    CALL_BACK(true),
    READ_CONTACT(true),
    /** Single answers of residents; never for the unit that handled. */
    READ_RATINGS(false),
    EVALUATE(false),
    MANAGE_UNITS(false),
    READ(false);

    /** Permissions about cases, which a post in a Party body never gives. */
    final boolean ofCases;

    May(boolean ofCases) {
        this.ofCases = ofCases;
    }

    /** @param key as the playbook writes it, such as {@code call-back} */
    static May of(String key) {
        return valueOf(key.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
