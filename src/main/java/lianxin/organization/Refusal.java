package lianxin.organization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;

/**
 * A form that comes back with its page: why, and what was typed into it, so that nobody types it again.
 *
 * @param step the last word of the form's address; empty when nothing was refused
 */
record Refusal(String step, String sentence, Map<String, List<String>> typed) {

    static final Refusal NONE = new Refusal("", "", Map.of());

    static Refusal of(RuleBroken broken, HttpServletRequest request, Shell shell) {
        var address = request.getRequestURI();
        var typed = new HashMap<String, List<String>>();
        request.getParameterMap().forEach((field, values) -> typed.put(field, List.of(values)));
        return new Refusal(
                address.substring(address.lastIndexOf('/') + 1),
                shell.t(broken.key(), broken.details()),
                Map.copyOf(typed));
    }

    boolean any() {
        return !sentence.isEmpty();
    }

    boolean is(String someStep) {
        return step.equals(someStep);
    }

    /** What was typed into the field of this form; of every other form, what it offers by itself. */
    String typed(String someStep, String field, String offered) {
        return is(someStep) && typed.containsKey(field) ? typed.get(field).getFirst() : offered;
    }

    boolean chosen(String someStep, String field, String value) {
        return is(someStep) && typed.getOrDefault(field, List.of()).contains(value);
    }
}
