package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import lianxin.platform.NotFound;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** A code or link that opens nothing: the same page whether it was mistyped, guessed or taken back. */
@ControllerAdvice(
        assignableTypes = {ResidentPage.class, ReportPage.class, ReceiptPage.class, TrackPage.class, ProgressPage.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class ResidentErrors {

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    ModelAndView lost(HttpServletRequest request) {
        var path = request.getRequestURI();
        var link = path.startsWith("/r/t/") || path.contains("/receipt/");
        var page = new ModelAndView("cases/resident-lost", "what", link ? "link" : "building");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
