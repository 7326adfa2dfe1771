package lianxin.cases;

import java.util.List;
import java.util.Optional;
import lianxin.cases.rules.Categories;
import lianxin.cases.rules.WaysIn;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.platform.Screening;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members, volunteers and grid workers report what they see, enterprises what they need, each from the own phone. Nobody
 * becomes an informer of neighbors by it: words that point at persons are not taken, and posts that see public space only
 * report public space only (P-03).
 */
@Service
@Transactional
class OwnReports {

    /** Who reports here asks for himself. */
    private static final String SELF = "self";

    private final OnBehalf onBehalf;
    private final Reports reports;
    private final TakenDownRows rows;
    private final WaysIn ways;
    private final Categories categories;

    OwnReports(OnBehalf onBehalf, Reports reports, TakenDownRows rows, WaysIn ways, Categories categories) {
        this.rows = rows;
        this.onBehalf = onBehalf;
        this.reports = reports;
        this.ways = ways;
        this.categories = categories;
    }

    /**
     * How somebody reports, by the post held.
     *
     * @param enterprise whose needs are told; null for what was seen
     */
    record Way(
            WaysIn.Channel channel,
            UnitId unit,
            boolean publicSpaceOnly,
            @Nullable UnitId enterprise) {}

    /** By the post that lets one say the most. */
    Optional<Way> way(Actor by) {
        return way(by, May.RAISE_NEEDS).or(() -> way(by, May.REPORT)).or(() -> way(by, May.READ_PUBLIC_SPACE));
    }

    private Optional<Way> way(Actor by, May right) {
        return by.posts().stream()
                .filter(post -> post.may().contains(right) && by.may(right, post.unit()))
                .flatMap(post -> ways.channels().stream()
                        .filter(it -> it.isOf(post.role()))
                        .map(it -> new Way(
                                it,
                                post.unit(),
                                right == May.READ_PUBLIC_SPACE,
                                right == May.RAISE_NEEDS ? post.unit() : null)))
                .findFirst();
    }

    /** Whether this is who reported it. */
    boolean isOf(CaseId id, Actor reader) {
        return rows.find(id).filter(it -> it.by(reader)).isPresent();
    }

    /** @param pictures of what was seen; linked as the reporter's, which for the case is the report itself */
    @Transactional(propagation = Propagation.SUPPORTS)
    CaseId report(Report report, String telephone, @Nullable GivenTo givenTo, List<Reports.Image> pictures, Actor by) {
        var way = way(by).orElseThrow(() -> new Forbidden("report"));
        var category = report.category();
        if (way.publicSpaceOnly
                && (category == null
                        || !categories.knows(category)
                        || !categories.find(category).publicSpace())) throw new RuleBroken("intake.public-space-only");
        var text = report.words() + "\n" + report.detail();
        if (!ways.cautionsIn(text).isEmpty() || !Screening.findings(text).isEmpty())
            throw new RuleBroken("intake.about-persons");
        var concerned = way.enterprise == null ? Concerned.everybody : Concerned.enterprise;
        var said = new Said(SELF, concerned, way.enterprise, telephone, givenTo);
        var id = report.id();
        reports.makeWithPictures(
                id,
                pictures,
                Actor.reporter(id.ref()),
                () -> onBehalf.write(report.by(way.channel.key()), said, way.unit, by));
        return id;
    }
}
