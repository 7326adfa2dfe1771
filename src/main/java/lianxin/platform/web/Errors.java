package lianxin.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lianxin.platform.AnyStaff;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one place where an exception becomes an answer. */
@ControllerAdvice
@RestController
class Errors implements ErrorController {

    private final Problems problems;

    Errors(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void failed(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AuthenticationException) {
            throw thrown;
        }
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        problems.answer(problems.problem(thrown, request), request, response);
    }

    /** What the server refused before a controller saw it. */
    @AnyStaff(always = true)
    @RequestMapping("/error")
    void refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause
                ? cause
                : new IllegalStateException("Status " + status);
        problems.answer(problems.ofStatus(status, Problems.resident(request), thrown), request, response);
    }
}
