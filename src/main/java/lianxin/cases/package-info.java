/**
 * A case is something asked for that one unit must put right by a deadline, until the resident agrees. A resident's words
 * and a place make it; the desk serving the place holds it from the first second; the duty list says who is responsible;
 * the unit signs, works and finishes; the resident says solved or not, and a no sends it back. Two clocks run: the
 * resident's never stops. Lateness brings in the unit above and never moves responsibility. Silence closes a case as
 * what it is: unanswered. Time is an actor here: every case carries the next moment at which it wakes up, and a case
 * that fails to wake never holds up the next. Words, contact, pictures and ratings lie apart from the case, each with
 * its purpose and its readers.
 */
@NullMarked
@ApplicationModule(
        displayName = "Cases",
        allowedDependencies = {
            "platform",
            "playbook",
            "facts",
            "organization",
            "territory",
            "linkage",
            "deliberation",
            "sheets"
        })
package lianxin.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
