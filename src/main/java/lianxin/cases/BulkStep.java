package lianxin.cases;

import java.util.Arrays;
import java.util.List;
import lianxin.organization.May;
import lianxin.platform.NotFound;
import org.jspecify.annotations.Nullable;

/** A step that may be taken on many cases of a list at once. */
enum BulkStep {
    dispatch(May.DISPATCH, List.of(Filter.View.open, Filter.View.dispatch)),
    sign(May.HANDLE, List.of(Filter.View.open, Filter.View.handle)),
    supervise(May.SUPERVISE, List.of(Filter.View.supervise));

    final May right;
    private final List<Filter.View> views;

    BulkStep(May right, List<Filter.View> views) {
        this.right = right;
        this.views = views;
    }

    static List<BulkStep> in(Filter.View view) {
        return Arrays.stream(values()).filter(it -> it.views.contains(view)).toList();
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
