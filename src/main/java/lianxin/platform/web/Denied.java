package lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What somebody sees who is not signed in, or may not do this. */
@Component
class Denied implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;
    private final DataSize largest;

    Denied(Problems problems, @Value("${spring.servlet.multipart.max-request-size:10MB}") DataSize largest) {
        this.problems = problems;
        this.largest = largest;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", "/sign-in");
        } else if (Problems.wantsJson(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect("/sign-in");
        }
    }

    /** A body too large to be read has lost its token on the way: then the size is what we tell. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var resident = Problems.resident(request);
        Problem problem;
        if (why instanceof CsrfException && request.getContentLengthLong() > largest.toBytes()) {
            problem = Problem.of(HttpStatus.CONTENT_TOO_LARGE, "size", resident);
        } else if (why instanceof CsrfException) {
            problem = Problem.of(HttpStatus.FORBIDDEN, "forbidden", resident).says("platform.form-stale");
        } else {
            problem = problems.problem(why, request);
        }
        problems.answer(problem, request, response);
    }
}
