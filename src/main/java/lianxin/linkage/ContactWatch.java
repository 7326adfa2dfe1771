package lianxin.linkage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lianxin.organization.Chairs;
import lianxin.organization.UnitId;
import lianxin.organization.Watch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contact points where nobody was in touch for too long, or whose seat nobody holds; told of the object, not of the leader. */
@Component
class ContactWatch implements Watch {

    private final LinkBook book;
    private final Frequency frequency;
    private final LinkageRules rules;
    private final Chairs chairs;
    private final LinkNames names;

    ContactWatch(LinkBook book, Frequency frequency, LinkageRules rules, Chairs chairs, LinkNames names) {
        this.book = book;
        this.frequency = frequency;
        this.rules = rules;
        this.chairs = chairs;
        this.names = names;
    }

    @Override
    public String key() {
        return "contacts";
    }

    @Override
    public List<Looked> look(Instant at, Predicate<UnitId> asked) {
        var links = book.all(at).stream().filter(it -> asked.test(it.object())).toList();
        if (links.isEmpty()) return List.of();
        var taken = chairs.inRoles(rules.seats(), at).stream()
                .map(Chairs.Sitting::chair)
                .collect(Collectors.toSet());
        var day = frequency.on(at);
        var looked = new ArrayList<Looked>();
        for (var link : links) looked.add(new Looked(link.object(), amiss(link, taken.contains(link.seat()), day, at)));
        return looked;
    }

    private @Nullable Amiss amiss(Link link, boolean taken, Frequency.Day day, Instant at) {
        var system = rules.systemName(link.system());
        var object = names.object(link, at);
        var url = "/links/" + link.id();
        if (!taken) return new Amiss("linkage.vacant", List.of(system, object), url);
        var kept = day.of(link);
        if (!kept.idle() || kept.due() == null) return null;
        return kept.last() == null
                ? new Amiss("linkage.never", List.of(system, object, kept.due()), url)
                : new Amiss("linkage.idle", List.of(system, object, kept.last(), kept.due()), url);
    }
}
