package lianxin.organization;

import java.util.ArrayList;
import java.util.List;
import lianxin.platform.RuleBroken;

/** A list was not taken, and why: by line, the first hundred. Nothing of it was written. */
public class ImportRefused extends RuleBroken {

    private static final long serialVersionUID = 1;
    private static final int TOLD = 100;

    private final transient List<LineError> errors;

    ImportRefused(Complaints complaints) {
        super("organization.import-refused", complaints.count, complaints.told.getFirst());
        errors = List.copyOf(complaints.told);
    }

    public List<LineError> errors() {
        return errors;
    }

    /**
     * What is wrong with one line.
     *
     * @param key a message
     * @param detail its second parameter; the line is the first
     */
    public record LineError(int line, String key, String detail) {}

    /** Collects what is wrong, so that all lines can be put right at once. */
    static final class Complaints {

        private final List<LineError> told = new ArrayList<>();
        private int count;

        void add(int line, String key, String detail) {
            if (count++ < TOLD) told.add(new LineError(line, key, detail));
        }

        void refuseIfAny() {
            if (count > 0) throw new ImportRefused(this);
        }
    }
}
