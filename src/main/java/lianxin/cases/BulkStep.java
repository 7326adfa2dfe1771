package lianxin.cases;

import java.util.Arrays;
import java.util.List;
import lianxin.organization.May;
import lianxin.platform.NotFound;
import org.jspecify.annotations.Nullable;

/** A step that may be taken on many cases of a list at once. */
enum BulkStep {
    dispatch(May.DISPATCH),
    sign(May.HANDLE),
    supervise(May.SUPERVISE);

    final May right;

    BulkStep(May right) {
        this.right = right;
    }

    /** Those for which cases of this list may wait. */
    static List<BulkStep> in(Filter.View view) {
        return switch (view) {
            case open -> List.of(dispatch, sign);
            case dispatch -> List.of(dispatch);
            case handle -> List.of(sign);
            case supervise -> List.of(supervise);
            default -> List.of();
        };
    }

    /** Whether it can be taken back for some seconds. */
    boolean undoable() {
        return this != supervise;
    }

    static BulkStep of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(it -> it.name().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("bulk/" + key));
    }

    /** Whether a case as a list shows it waits for this step. */
    boolean waits(CaseRow it) {
        return switch (this) {
            case dispatch -> it.stage() == Stage.REPORTED;
            case sign -> it.stage() == Stage.DISPATCHED && !it.signed() && !it.shelved();
            case supervise -> it.open() && it.supervisor() != null;
        };
    }
}
