package lianxin.organization;

import java.util.Locale;

/** What a post can allow. */
public enum May {
    DISPATCH(About.CASES),
    HANDLE(About.CASES),
    SUPERVISE(About.CASES),
    CALL_BACK(About.CASES),
    READ_CONTACT(About.CASES),
    /** Category, place and state of what concerns public space; never words, pictures, answers or a telephone. */
    READ_PUBLIC_SPACE(About.CASES),
    /** Single answers of residents; never for the unit that handled. */
    READ_RATINGS(About.FIGURES),
    EVALUATE(About.FIGURES),
    /** Cases and figures of the unit. */
    READ(About.FIGURES),
    /** The register of the town: units, areas, posts and who holds them. */
    LOOK_UP(About.TOWN),
    MANAGE_UNITS(About.TOWN),
    /** Fills and ends posts, or proposes it where that must be filed. */
    APPOINT(About.TOWN),
    /** Plans who is on duty at a desk, and says its number. */
    PLAN_DUTY(About.TOWN),
    /** Files what the units below propose for their posts, or returns it. */
    FILE_POSTS(About.TOWN),
    /** Opens and closes accounts, gives one-time passwords. */
    MANAGE_ACCOUNTS(About.TOWN),
    /** Plans and projects of the joint bodies that the unit leads. */
    LEAD_BODIES(About.TOWN),
    /** Ties leaders' seats to contact points, and posts to the service teams of grids. */
    KEEP_LINKS(About.TOWN),
    /** What joint bodies share with the unit that sits in them, and nothing else of the town. */
    SEE_SHARED(About.TOWN),
    /** Reports what was seen, from the own phone, as a member, a volunteer or a grid worker. */
    REPORT(About.TOWN),
    /** Says what the own enterprise needs of the offices, and how it came out. */
    RAISE_NEEDS(About.OWN_UNIT),
    /** Asks units below for something in the name of the own unit, and says whether it is done. */
    GIVE_TASKS(About.OWN_UNIT),
    /** Does what the own unit was asked for, and raises what it cannot settle itself. */
    DO_TASKS(About.OWN_UNIT);

    /** Permissions about cases, which a post in a Party body never gives. */
    final boolean ofCases;

    /** Permissions about matters of some line of work; a post limited to lines gives them in its lines only. */
    final boolean ofLines;

    /** Permissions to speak for a unit: only where the post stands, however far it reaches. */
    final boolean ofOwnUnit;

    May(About about) {
        this.ofCases = about == About.CASES;
        this.ofLines = about == About.CASES || about == About.FIGURES;
        this.ofOwnUnit = about == About.OWN_UNIT;
    }

    /** @param key as the playbook writes it, such as {@code call-back} */
    static May of(String key) {
        return valueOf(key.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** As the playbook writes it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private enum About {
        CASES,
        FIGURES,
        TOWN,
        OWN_UNIT
    }
}
