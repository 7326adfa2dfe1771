package lianxin.cases;

/** Where a case stands. Few and fixed, because rules hang on them; the labels and colors shown are data. */
enum Stage {
    /** Asked for; the unit serving the place holds it at its desk, and its deadline to dispatch runs. */
    REPORTED,
    /** The responsible unit holds it and its deadline runs. */
    DISPATCHED,
    /** The unit says it is done; only the resident can say so too. */
    AWAITING_RESIDENT,
    CLOSED;

    /** Its key in the playbook's {@code flow.yaml}. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
