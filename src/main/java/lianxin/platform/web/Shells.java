package lianxin.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lianxin.platform.Flash;
import lianxin.platform.Messages;
import lianxin.platform.NavEntry;
import lianxin.platform.SearchPlace;
import lianxin.platform.Shell;
import lianxin.platform.Who;
import lianxin.platform.WhoIs;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the shell of one request; a resident's page never touches a session here. */
@Component
class Shells {

    private final Messages messages;
    private final Preferences preferences;
    private final Assets assets;
    private final Clock clock;
    private final ObjectProvider<WhoIs> people;
    private final List<NavEntry> entries;
    private final @Nullable SearchPlace search;

    Shells(
            Messages messages,
            Preferences preferences,
            Assets assets,
            Clock clock,
            ObjectProvider<WhoIs> people,
            ObjectProvider<NavEntry> entries,
            ObjectProvider<SearchPlace> search) {
        this.messages = messages;
        this.preferences = preferences;
        this.assets = assets;
        this.clock = clock;
        this.people = people;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavEntry::order))
                .toList();
        this.search = search.getIfAvailable();
    }

    Shell of(HttpServletRequest request, Map<String, ?> model) {
        var known = request.getAttribute(Shell.class.getName());
        if (known instanceof Shell shell && !model.containsKey("flash")) {
            return shell;
        }
        var principal = request.getUserPrincipal();
        var path = pathOf(request);
        var places = principal == null ? List.<Shell.Place>of() : navigation(path, principal);
        var screen = new Shell.Screen(
                path,
                assets::address,
                (name, value) -> here(request, path, name, value),
                preferences.large(request),
                principal == null ? null : token(request),
                principal == null ? null : who(principal, preferences.language(request)),
                places,
                places.stream().anyMatch(it -> search != null && it.url().equals(search.url())) ? search : null,
                flash(request, model));
        var shell = new Shell(messages, preferences.language(request), clock, screen);
        request.setAttribute(Shell.class.getName(), shell);
        return shell;
    }

    private Who who(Principal principal, Locale language) {
        var people = this.people.getIfAvailable();
        return people == null ? new Who(principal.getName(), "", "") : people.who(principal, language);
    }

    private static Shell.@Nullable Token token(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null
                ? null
                : new Shell.Token(token.getParameterName(), token.getHeaderName(), token.getToken());
    }

    /** Only what opens to the reader; a search stands with the place it searches. */
    private List<Shell.Place> navigation(String path, Principal principal) {
        var places = new ArrayList<Shell.Place>();
        @Nullable String group = null;
        for (var entry : entries) {
            if (!entry.opensTo().test(principal)) continue;
            var active = path.equals(entry.url()) || path.startsWith(entry.url() + "/");
            var heading = Objects.equals(group, entry.group()) ? null : entry.group();
            group = entry.group();
            places.add(new Shell.Place(entry.key(), entry.url(), entry.icon(), active, heading));
        }
        return places;
    }

    private static @Nullable Flash flash(HttpServletRequest request, Map<String, ?> model) {
        if (model.get("flash") instanceof Flash now) {
            return now;
        }
        var carried = RequestContextUtils.getInputFlashMap(request);
        return carried != null && carried.get("flash") instanceof Flash before ? before : null;
    }

    private static String here(HttpServletRequest request, String path, String name, String value) {
        var builder = UriComponentsBuilder.fromPath(path);
        if (request.getMethod().equals("GET")) {
            builder.query(request.getQueryString());
        }
        return builder.replaceQueryParam(name, value).build(false).toUriString();
    }

    static String pathOf(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String uri ? uri : request.getRequestURI();
    }
}
