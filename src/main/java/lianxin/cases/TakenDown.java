package lianxin.cases;

import java.time.Instant;
import lianxin.organization.Actor;
import lianxin.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * That staff took a matter down: who asked, whom it concerns, who typed it.
 *
 * @param asker by relation, as the playbook names it
 * @param enterprise the one concerned, if it is one
 * @param by a reference to the person, never a name
 */
record TakenDown(
        String asker, Concerned concerned, @Nullable UnitId enterprise, String by, UnitId in, Instant at) {

    boolean by(Actor actor) {
        return by.equals(actor.ref().toString());
    }
}
