package lianxin.linkage;

import java.util.Collection;
import java.util.Map;
import lianxin.territory.AreaId;

/** What a need becomes that is not answered at once, and what became of it; implemented by the module of cases. */
public interface NeedCases {

    /**
     * A case with the id of the need, as if whoever needs it had reported it; nothing when there is one already.
     *
     * @param telephone of whoever needs it, for asking whether it is solved; may be empty
     */
    void open(NeedId need, AreaId place, String words, String telephone);

    /** Of those that became cases. */
    Map<NeedId, Became> became(Collection<NeedId> needs);

    /** @param number as staff call the case */
    record Became(String number, State state, String url) {}

    enum State {
        OPEN,
        /** The resident said so. */
        SOLVED,
        UNANSWERED
    }
}
