package lianxin.territory;

import java.time.Instant;
import java.util.List;
import lianxin.organization.Actor;

/**
 * What another module knows about an area and shows on its page, for whoever reads it: how many cases are open, what takes
 * place. An area below the community may be served by one person, so nothing here compares areas.
 */
public interface AreaFigures {

    /**
     * One number.
     *
     * @param title the key of a message
     * @param url where it is told in full
     */
    record Figure(String title, long number, String url) {}

    /** Empty for a reader whom it does not concern. */
    List<Figure> of(AreaId area, Instant at, Actor reader);
}
