package lianxin.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what is larger than the town takes by its size alone: whoever asks such a form for one of its fields fails. */
final class TooLarge extends OncePerRequestFilter {

    private final Problems problems;
    private final DataSize largest;

    TooLarge(Problems problems, DataSize largest) {
        this.problems = problems;
        this.largest = largest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain further)
            throws ServletException, IOException {
        if (request.getContentLengthLong() <= largest.toBytes()) {
            further.doFilter(request, response);
            return;
        }
        var problem = Problem.of(HttpStatus.CONTENT_TOO_LARGE, "size", false);
        problems.answer(problem.says("platform.error.size.staff"), request, response);
    }
}
