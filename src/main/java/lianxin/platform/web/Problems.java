package lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lianxin.platform.Forbidden;
import lianxin.platform.Messages;
import lianxin.platform.NotFound;
import lianxin.platform.RateLimited;
import lianxin.platform.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.databind.json.JsonMapper;

/** Says what went wrong, as a page, as a fragment for htmx, or as JSON: whichever was asked for. */
@Component
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JteViews views;
    private final Shells shells;
    private final Messages messages;

    Problems(JteViews views, Shells shells, Messages messages) {
        this.views = views;
        this.shells = shells;
        this.messages = messages;
    }

    Problem problem(Throwable thrown, HttpServletRequest request) {
        var resident = resident(request);
        if (thrown instanceof RuleBroken broken && messages.has(broken.key())) {
            return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "rule", resident)
                    .says(broken.key(), broken.details());
        }
        if (thrown instanceof NotFound) {
            return asOfADay(request) && !resident ? notFound(false).says(Problem.THAT_DAY) : notFound(resident);
        }
        if (thrown instanceof Forbidden || thrown instanceof AccessDeniedException) {
            return Problem.of(HttpStatus.FORBIDDEN, "forbidden", resident);
        }
        if (thrown instanceof RateLimited limited) {
            return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "rate", resident)
                    .says(
                            "platform.error.rate.text",
                            Math.max(1, limited.waitFor().toMinutes()));
        }
        if (thrown instanceof MaxUploadSizeExceededException) {
            return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "size", resident);
        }
        if (thrown instanceof TypeMismatchException
                || thrown instanceof HttpMessageNotReadableException
                || thrown instanceof MultipartException) {
            return Problem.of(HttpStatus.BAD_REQUEST, "request", resident);
        }
        return thrown instanceof ErrorResponse known
                ? ofStatus(known.getStatusCode().value(), resident, thrown)
                : unknown(thrown, resident);
    }

    Problem ofStatus(int status, boolean resident, Throwable thrown) {
        return switch (status) {
            case 404 -> notFound(resident);
            case 403 -> Problem.of(HttpStatus.FORBIDDEN, "forbidden", resident);
            case 405 -> Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "not-found", resident);
            case 413 -> Problem.of(HttpStatus.CONTENT_TOO_LARGE, "size", resident);
            default ->
                status >= 400 && status < 500
                        ? Problem.of(HttpStatus.valueOf(status), "request", resident)
                        : unknown(thrown, resident);
        };
    }

    private static Problem notFound(boolean resident) {
        var problem = Problem.of(HttpStatus.NOT_FOUND, "not-found", resident);
        return resident ? problem.says("platform.error.not-found.resident") : problem;
    }

    private static boolean asOfADay(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !Objects.requireNonNullElse(request.getParameter("on"), "").isBlank();
    }

    private static Problem unknown(Throwable thrown, boolean resident) {
        var reference = reference();
        LOG.error("Reference {}", reference, thrown);
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "unknown", resident).under(reference);
    }

    void answer(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status().value());
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Retarget", "#problem");
            response.setHeader("HX-Reswap", "innerHTML");
            views.write("platform/web/problem", Map.of("it", problem), request, response);
        } else if (wantsJson(request)) {
            json(problem, request, response);
        } else {
            views.write("platform/web/error", Map.of("it", problem), request, response);
        }
    }

    private void json(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var shell = shells.of(request, Map.of());
        var body = new LinkedHashMap<String, Object>();
        body.put("status", problem.status().value());
        body.put("title", shell.t(problem.title()));
        body.put("detail", shell.t(problem.key(), problem.details().toArray()));
        if (problem.reference() != null) {
            body.put("reference", problem.reference());
        }
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getOutputStream().write(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    static boolean wantsJson(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("html");
    }

    static boolean resident(HttpServletRequest request) {
        var path = Shells.pathOf(request);
        return path.startsWith("/r/") || path.startsWith("/stories") || path.startsWith("/topics");
    }

    private static String reference() {
        var letters = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            letters.append(i == 4 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
