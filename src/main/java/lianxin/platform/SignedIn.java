package lianxin.platform;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where somebody is signed in now, on whichever node: the sessions in the database. */
@Component
public class SignedIn {

    /** The attribute of a session that says from what kind of browser it was opened. */
    public static final String BROWSER = "browser";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SignedIn(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** @param browser such as {@code Firefox · Linux}; nothing finer is kept */
    public record Place(String id, @Nullable String browser, Instant since, Instant lastUsed) {}

    /** The one used last comes first. */
    public List<Place> places(String signIn) {
        return sessions.findByPrincipalName(signIn).values().stream()
                .map(it ->
                        new Place(it.getId(), it.getAttribute(BROWSER), it.getCreationTime(), it.getLastAccessedTime()))
                .sorted(Comparator.comparing(Place::lastUsed).reversed())
                .toList();
    }

    /** Ends them all, except one if named; the next request of any of them finds nobody signed in. */
    public void end(String signIn, @Nullable String except) {
        for (var id : sessions.findByPrincipalName(signIn).keySet()) if (!id.equals(except)) sessions.deleteById(id);
    }
}
