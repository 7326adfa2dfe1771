package lianxin.platform.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import lianxin.platform.PageTaken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Turns the name a controller returns ({@code cases/case}) into its template, and hands every template the shell. A page
 * is written whole or not at all.
 */
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine templates;
    private final Shells shells;
    private final Turns turns;
    private final ObjectProvider<PageTaken> forms;

    JteViews(TemplateEngine templates, Shells shells, Turns turns, ObjectProvider<PageTaken> forms) {
        this.templates = templates;
        this.shells = shells;
        this.turns = turns;
        this.forms = forms;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.indexOf(':') > 0 ? null : new Page(name);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** A part of a page, from another module's template. */
    Content part(String template, Shell shell, Object it) {
        return output -> templates.render(template + ".jte", Map.of("shell", shell, "it", it), output);
    }

    void write(String template, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var parameters = new HashMap<String, @Nullable Object>(model);
        var shell = shells.of(request, model);
        parameters.put("shell", shell);
        var page = new StringOutput(8192);
        templates.render(template + ".jte", parameters, page);
        turns.over(request);
        var form = forms.stream().filter(it -> it.asked(request)).findFirst();
        if (form.isPresent() && response.getStatus() == HttpServletResponse.SC_OK) {
            form.get().write(page.toString(), shell, request, response);
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setLocale(shell.locale());
        response.getOutputStream().write(page.toString().getBytes(StandardCharsets.UTF_8));
    }

    private final class Page implements View {

        private final String template;

        Page(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            write(template, model == null ? Map.of() : model, request, response);
        }
    }
}
