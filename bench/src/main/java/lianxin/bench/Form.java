package lianxin.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A form as a page carries it: where it is sent to and what it sends without being asked. */
record Form(String action, Map<String, String> hidden) {

    private static final Pattern FORM =
            Pattern.compile("<form[^>]*>.*?</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern INPUT = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");

    /** The first form on the page that is posted and has this field. */
    static Form with(String field, String page) {
        var forms = FORM.matcher(page);
        while (forms.find()) {
            var form = forms.group();
            if (!form.contains("name=\"" + field + "\"") || !attribute(form, "method").equalsIgnoreCase("post")) continue;
            var hidden = new LinkedHashMap<String, String>();
            var inputs = INPUT.matcher(form);
            while (inputs.find()) hidden.put(attribute(inputs.group(), "name"), attribute(inputs.group(), "value"));
            return new Form(attribute(form, "action"), hidden);
        }
        throw new Bench.Unmeasured("a page has no form with the field " + field);
    }

    Map<String, String> filled(Map<String, String> fields) {
        var all = new LinkedHashMap<>(hidden);
        all.putAll(fields);
        return all;
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&").replace("&#43;", "+") : "";
    }
}
