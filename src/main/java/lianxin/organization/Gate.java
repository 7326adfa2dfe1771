package lianxin.organization;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import lianxin.platform.AnyStaff;
import lianxin.platform.Forbidden;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before every page of staff. Closed unless the page says whom it is for; whoever has a one-time password or
 * lacks a second factor that the post demands is led to their own account first. Pages for residents, which know nobody
 * as signed in, are passed by.
 */
final class Gate implements HandlerInterceptor {

    static final String ACCOUNT = "/account";

    private final Actors actors;

    Gate(Actors actors) {
        this.actors = actors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var reader = request.getUserPrincipal();
        if (reader == null || !(handler instanceof HandlerMethod page)) return true;
        var open = of(page, AnyStaff.class);
        if (open != null && open.always()) return true;
        if (actors.owes(reader.getName())) {
            if (request.getHeader("HX-Request") != null) response.setHeader("HX-Redirect", ACCOUNT);
            else response.sendRedirect(ACCOUNT);
            return false;
        }
        if (open == null) mustBeFor(actors.of(reader.getName()), page);
        return true;
    }

    private static void mustBeFor(Actor reader, HandlerMethod page) {
        var needs = of(page, Needs.class);
        if (needs == null) throw new Forbidden(page.getShortLogMessage() + " names no permission: say @Needs(May…)");
        for (var may : needs.value()) if (needs.inSomeLine() ? reader.mayInSomeLine(may) : reader.may(may)) return;
        throw new Forbidden(page.getShortLogMessage());
    }

    private static <A extends Annotation> @Nullable A of(HandlerMethod page, Class<A> kind) {
        var onMethod = page.getMethodAnnotation(kind);
        return onMethod != null ? onMethod : AnnotatedElementUtils.findMergedAnnotation(page.getBeanType(), kind);
    }
}
