package lianxin.cases;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of cases shows; the address of the page says it whole.
 *
 * @param view which desk of work: mine to handle, to dispatch, returns, supervised, awaiting the resident, closed, all
 * @param q a number, or words of the report
 * @param late only what is over its limit
 */
record Filter(
        View view,
        @Nullable String q,
        @Nullable String category,
        @Nullable Integer unit,
        boolean late,
        int page) {

    /** The views, by the key in the address. */
    enum View {
        open,
        dispatch,
        handle,
        returns,
        supervise,
        awaiting,
        closed;

        static View of(@Nullable String key) {
            return Arrays.stream(values())
                    .filter(it -> it.name().equals(key))
                    .findFirst()
                    .orElse(open);
        }
    }

    /** Nobody turns so many pages; whoever types more stays there. */
    static final int LAST_PAGE = 10_000;

    Filter {
        q = q == null || q.isBlank() ? null : q.strip();
        category = category == null || category.isBlank() ? null : category;
        page = Math.clamp(page, 1, LAST_PAGE);
    }

    String url() {
        return url(page);
    }

    String url(int otherPage) {
        return address(view, late, otherPage);
    }

    String url(View other) {
        return address(other, late, 1);
    }

    String url(boolean onlyLate) {
        return address(view, onlyLate, 1);
    }

    private String address(View someView, boolean onlyLate, int somePage) {
        var url = UriComponentsBuilder.fromPath("/cases").queryParam("view", someView);
        if (q != null) url.queryParam("q", "{q}");
        if (category != null) url.queryParam("category", category);
        if (unit != null) url.queryParam("unit", unit);
        if (onlyLate) url.queryParam("late", true);
        if (somePage > 1) url.queryParam("page", somePage);
        var address = url.encode();
        return q == null
                ? address.build().toUriString()
                : address.buildAndExpand(q).toUriString();
    }
}
