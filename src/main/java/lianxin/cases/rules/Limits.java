package lianxin.cases.rules;

import java.util.List;
import java.util.Map;
import lianxin.platform.TimeLimit;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/**
 * The limits of every step by class of urgency, as the playbook's {@code deadlines.yaml} sets them.
 *
 * @param appeal how long a reporter may appeal after a desk has taken nothing up
 * @param reopen how long after closing a reporter may have a case opened again
 * @param contest how long a reporter may contest that a case is left out of statistics
 * @param recurs for how many days after closing the same trouble at the same place counts against the closing
 * @param unanswered how long a reporter may wait for a word before the case is listed; null for three working days
 * @param check what somebody else looks at; null where nobody does
 * @param recheck how many of those that end are asked about again; null where none are
 * @param escalation how levels are brought in where it differs from the class of urgency; the first rule that fits counts
 * @param ownerless what happens to a matter that the duty list gives to nobody; null where it waits like any other
 * @param urgeRepeat when a reporter may urge again; null after a working day
 */
public record Limits(
        boolean example,
        List<Urgency> urgencies,
        Lights lights,
        TimeLimit atTopRepeat,
        TimeLimit contactKept,
        TimeLimit objectionWindow,
        Map<String, Request> requests,
        Whistle whistle,
        TimeLimit appeal,
        TimeLimit reopen,
        TimeLimit contest,
        int recurs,
        @Nullable Check check,
        @Nullable Recheck recheck,
        List<Escalation> escalation,
        @Nullable Ownerless ownerless,
        @Nullable TimeLimit urgeRepeat,
        @Nullable TimeLimit unanswered) {

    public record Urgency(String key, Label name, Steps limits) {}

    public record Steps(TimeLimit dispatch, TimeLimit sign, TimeLimit handle, TimeLimit answer, TimeLimit supervise) {}

    /**
     * What a unit may ask of its desk, and how long that may take.
     *
     * @param within how long after dispatch it may be asked; null at any time before the deadline
     * @param decide what is not decided by then is refused
     * @param times how often in one case
     * @param atMost how far it may reach; null where it moves no deadline
     */
    public record Request(
            @Nullable TimeLimit within,
            TimeLimit decide,
            int times,
            @Nullable TimeLimit atMost) {}

    /**
     * @param respond how long the level that was whistled for has to say who comes
     * @param checkIn how long those who come have to check in
     */
    public record Whistle(TimeLimit respond, TimeLimit checkIn) {}

    /**
     * @param within how long after the unit said it is done
     * @param categories of which work
     */
    public record Check(TimeLimit within, List<String> categories) {}

    /**
     * @param closed of cases closed as solved, in percent
     * @param withdrawn of those withdrawn, in percent
     * @param within how long after the end
     */
    public record Recheck(int closed, int withdrawn, TimeLimit within) {}

    /**
     * @param within how long after the report it goes up unless it was dispatched
     * @param reason a key of the reasons for passing up
     */
    public record Ownerless(TimeLimit within, String reason) {}

    /**
     * What holds when a late case brings in a level.
     *
     * @param categories of which matters; none named for all
     * @param levels when which levels are brought in; none named for all
     * @param upTo the level that is called at once, past those below it; null where each is called in turn
     * @param within how long a level that was called has to look after it; null where the next rule says so
     */
    public record Escalation(
            List<String> categories,
            List<String> levels,
            @Nullable String upTo,
            @Nullable TimeLimit within) {

        boolean isAbout(String category) {
            return categories.isEmpty() || categories.contains(category);
        }

        boolean isAt(String level) {
            return levels.isEmpty() || levels.contains(level);
        }
    }

    /** Percent of a limit used up: green below the first, amber between, red above the second. */
    public record Lights(int amberFrom, int redAbove) {}

    public Request request(String key) {
        var found = requests.get(key);
        if (found == null) throw new IllegalArgumentException("deadlines.yaml knows no request " + key);
        return found;
    }

    public Urgency urgency(String key) {
        return urgencies.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("deadlines.yaml knows no urgency " + key));
    }
}
