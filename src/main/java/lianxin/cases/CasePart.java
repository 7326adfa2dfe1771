package lianxin.cases;

import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.platform.Shell;

/** What one kind of steps brings to the page of a case: what its template shows, and which steps this reader may take. */
interface CasePart {

    /** @param step the noun at the end of the address to which the form of the step is sent */
    boolean offers(String step);

    /** Whether there is any step for this reader, and it does not only show something. */
    default boolean active() {
        return true;
    }

    /** Knows for one kind of steps whether it has anything to say on a page. */
    interface Source {

        /** Asked only for readers to whom the whole case is open. */
        Optional<? extends CasePart> of(Case it, Actor reader, Shell shell);
    }
}
