package lianxin.organization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.sheets.Column;
import lianxin.sheets.Complaint;
import lianxin.sheets.Line;
import org.jspecify.annotations.Nullable;

/**
 * What the town takes in by lists: one bean for each subject, given by the module whose verbs write it. It says what a list
 * looks like, what each line would do, does it, and undoes it while nothing else stands on it.
 */
public interface Importable {

    /** The last part of its messages, such as {@code units}; stands in addresses. */
    String key();

    int order();

    /** What somebody must be allowed to do for it somewhere; where, is asked for each line. */
    May needs();

    List<Column> columns();

    /** Lines that show how it is meant; names in them are made up. */
    List<List<String>> samples();

    /** Begins to look at one list. Nothing is written. */
    Check check(Instant from, Actor by);

    /** What it writes to, for the statistics of the database after many lines: without them it reads badly. */
    List<String> tables();

    /** How many lines that bring something new are written in one go. */
    int atOnce();

    /**
     * Writes lines in the order of their ranks, all within the transaction of the caller; asks again whether each may be
     * written. A line that changes something comes alone.
     */
    List<Done> apply(List<Line> lines, Batch batch, Actor by);

    /** The first thing that stands on what the list has brought in and would fall with it. */
    Optional<Complaint> builtOn(Batch batch, List<Made> made);

    /** As if the list had never been: what it brought in was never there, what it changed is as it was. In one transaction. */
    void takeBack(List<Made> made, Batch batch, Actor by);

    /** One list being looked at: all of its lines are shown once, to be known, and then a second time, to be judged. */
    interface Check {

        void know(Line line);

        Verdict judge(Line line);
    }

    /** What becomes of a line. */
    enum Fate {
        CREATE,
        CHANGE,
        SAME,
        REFUSED
    }

    /**
     * @param rank lines of a lower rank come first
     * @param what what will be changed, or every reason why it is refused
     */
    record Verdict(Fate fate, int rank, List<Complaint> what) {

        public static Verdict refused(List<Complaint> reasons) {
            return new Verdict(Fate.REFUSED, 0, reasons);
        }
    }

    /**
     * What became of a line.
     *
     * @param made null when nothing was written
     */
    record Done(Line line, Fate fate, @Nullable Made made, List<Complaint> what) {

        public static Done created(Line line, String thing) {
            return new Done(line, Fate.CREATE, new Made(thing, null), List.of());
        }

        public static Done changed(Line line, String thing, String before) {
            return new Done(line, Fate.CHANGE, new Made(thing, before), List.of());
        }

        public static Done same(Line line) {
            return new Done(line, Fate.SAME, null, List.of());
        }

        public static Done refused(Line line, List<Complaint> reasons) {
            return new Done(line, Fate.REFUSED, null, reasons);
        }
    }

    /**
     * A thing that a list has written.
     *
     * @param before how it was, as its subject needs it to undo the change; null for what is new
     */
    record Made(String thing, @Nullable String before) {

        public boolean created() {
            return before == null;
        }
    }

    /**
     * A list that is being taken in.
     *
     * @param from the day from which what it says is so
     * @param charge the unit in whose charge it happens
     */
    record Batch(UUID id, Instant from, String reason, UnitId charge, Instant begun) {}
}
