package lianxin.cases;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One step of a random story: complete in itself, so that a story can be told again with some of its steps left out. */
sealed interface CaseMove {

    /** @param number under which later moves find this case */
    record Report(int number, String words) implements CaseMove {
        @Override
        public String toString() {
            return "case %d is reported: %s".formatted(number, words);
        }
    }

    /** @param number of the case; nothing happens when it was not reported */
    record Step(int number, CaseVerb verb, CaseVerb.Who who, long dice) implements CaseMove {
        @Override
        public String toString() {
            return "case %d: %s by %s".formatted(number, verb.name(), who);
        }
    }

    /** Time passes, and the sweep wakes what is due. */
    record Wait(Duration time) implements CaseMove {
        @Override
        public String toString() {
            return "after " + time;
        }
    }

    /** A unit of the list ends, and a new one or another one of the list stands for it. */
    record Reorganize(int unit, @Nullable Integer into) implements CaseMove {
        @Override
        public String toString() {
            return into == null
                    ? "unit no. %d is set up anew".formatted(unit)
                    : "unit no. %d goes into no. %d".formatted(unit, into);
        }
    }
}
