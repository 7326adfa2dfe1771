package lianxin.routes;

import java.time.Instant;

/**
 * A way that visitors follow from stop to stop (线路).
 *
 * @param code stands on its guide and leads to its public page
 * @param since from when it has been as it is
 */
public record Route(RouteId id, String code, RouteDetails details, Instant since) {

    public String name() {
        return details.name();
    }

    public String kind() {
        return details.kind();
    }
}
