package lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Pages are made a few at a time, in the order in which they were asked for. On few cores all at once would mean that
 * each waits for all, some of them very long. A turn is over when the page is made, before it is sent to a slow telephone,
 * and nobody waits long behind a heavy page: after a while it is made out of turn.
 */
@Component
class Turns implements HandlerInterceptor {

    private static final String TURN = Turns.class.getName();
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Semaphore turns;
    private final Duration patience;

    @Autowired
    Turns() {
        this(Runtime.getRuntime().availableProcessors() + 1, PATIENCE);
    }

    /** @param patience after how long a page is made out of turn */
    Turns(int atATime, Duration patience) {
        this.turns = new Semaphore(atATime, true);
        this.patience = patience;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (makesPage(request, handler)
                && request.getAttribute(TURN) == null
                && turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            request.setAttribute(TURN, true);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        over(request);
    }

    /** The page is made; may be said twice. */
    void over(HttpServletRequest request) {
        if (request.getAttribute(TURN) == null) return;
        request.removeAttribute(TURN);
        turns.release();
    }

    private static boolean makesPage(HttpServletRequest request, Object handler) {
        return request.getMethod().equals("GET")
                && handler instanceof HandlerMethod method
                && method.getReturnType().getParameterType() == ModelAndView.class;
    }
}
