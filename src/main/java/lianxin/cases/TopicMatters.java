package lianxin.cases;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.cases.CaseReaders.Extent;
import lianxin.cases.rules.Categories;
import lianxin.deliberation.Matters;
import lianxin.organization.Actor;
import lianxin.platform.Forbidden;
import org.springframework.stereotype.Component;

/** Cases as the opinions behind a topic: by number, and for those only to whom the whole case is open. */
@Component
class TopicMatters implements Matters {

    private final CaseRepository cases;
    private final CaseQueries queries;
    private final CaseReaders readers;
    private final Categories categories;
    private final Clock clock;

    TopicMatters(CaseRepository cases, CaseQueries queries, CaseReaders readers, Categories categories, Clock clock) {
        this.cases = cases;
        this.queries = queries;
        this.readers = readers;
        this.categories = categories;
        this.clock = clock;
    }

    @Override
    public List<Matter> open(Collection<UUID> ids, Actor reader) {
        return queries
                .find(ids.stream().map(CaseId::new).limit(CaseQueries.PAGE).toList())
                .stream()
                .filter(it -> open(it.id(), reader))
                .map(it -> new Matter(
                        it.id().value(),
                        CaseNumber.of(it.number(), it.reportedAt(), clock.getZone()),
                        categories.find(it.category()).name(),
                        it.stage() == Stage.CLOSED,
                        "/cases/" + it.id()))
                .toList();
    }

    private boolean open(CaseId id, Actor reader) {
        try {
            return cases.find(id)
                    .filter(it -> readers.extent(it, reader) == Extent.WHOLE)
                    .isPresent();
        } catch (Forbidden notForThisReader) {
            return false;
        }
    }
}
