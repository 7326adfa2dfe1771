package lianxin.organization;

import java.util.List;

/** What other modules offer about a unit on its page: the ground it answers for, the cases it holds. */
public interface UnitLinks {

    List<Link> linksOf(Unit unit);

    /** @param key a message */
    record Link(String key, String url) {}
}
