package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * A form of the case page that comes back to the officer: why, and what was typed into it, so that nobody types it again.
 *
 * @param step the noun at the end of the form's address; empty when nothing was refused
 * @param aboutPhotos whether a photo was the reason, and not the words
 * @param photosToChoose whether photos came along: a browser forgets those, and they were not kept
 */
record Refused(String step, String sentence, boolean aboutPhotos, boolean photosToChoose, Map<String, String> typed) {

    static final Refused NOTHING = new Refused("", "", false, false, Map.of());

    private static final List<String> LONG_FIELDS = List.of("text", "reason", "sentence");

    static Refused of(RuleBroken broken, HttpServletRequest request, Shell shell) {
        var address = request.getRequestURI();
        var typed = new HashMap<String, String>();
        request.getParameterMap().forEach((field, values) -> typed.put(field, values[0]));
        var aboutPhotos =
                broken.key().startsWith("platform.photo.") || broken.key().equals("case.too-many-pictures");
        return new Refused(
                address.substring(address.lastIndexOf('/') + 1),
                shell.t(broken.key(), broken.details()),
                aboutPhotos,
                photos(request),
                Map.copyOf(typed));
    }

    private static boolean photos(HttpServletRequest request) {
        var form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (form == null) return false;
        return form.getMultiFileMap().values().stream().flatMap(List::stream).anyMatch(it -> !it.isEmpty());
    }

    boolean any() {
        return !step.isEmpty();
    }

    boolean is(String someStep) {
        return step.equals(someStep);
    }

    /** What was typed into the field of this form; of every other form, what it offers by itself. */
    String typed(String someStep, String field, String offered) {
        return is(someStep) ? typed.getOrDefault(field, offered) : offered;
    }

    String typed(String someStep, String field) {
        return typed(someStep, field, "");
    }

    /** The words somebody took the trouble to write; empty where the form has none. */
    String words() {
        return LONG_FIELDS.stream()
                .map(it -> typed.getOrDefault(it, ""))
                .filter(it -> !it.isBlank())
                .findFirst()
                .orElse("");
    }
}
