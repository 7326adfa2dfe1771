package lianxin.cases;

import java.util.Set;
import lianxin.cases.rules.Categories;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.Forbidden;
import lianxin.platform.PhotoId;
import lianxin.platform.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Solved cases of public space, told in public: the unit that led writes, whoever heads it or the desk releases. Nobody
 * releases what he wrote himself.
 */
@Service
@Transactional
class Stories {

    private final CaseSteps steps;
    private final StoryRows rows;
    private final Categories categories;

    Stories(CaseSteps steps, StoryRows rows, Categories categories) {
        this.steps = steps;
        this.rows = rows;
        this.categories = categories;
    }

    /** @param masked on these the writer has seen that faces, plates and doors are masked */
    void write(CaseId id, String title, String text, Set<PhotoId> masked, Actor by) {
        steps.take(id, by, (it, now) -> {
            steps.must(by, May.HANDLE, it.holder, it);
            if (!tellable(it)) throw new RuleBroken("case.story-which");
            if (released(id)) throw new RuleBroken("case.story-public");
            rows.write(id, title(title), text(text), by, now);
            it.tell(new StoryFact.StoryWritten(id, it.holder), now);
            rows.keepOnly(id, masked);
            rows.ofTheWork(id).stream()
                    .filter(picture -> masked.contains(picture.photo()))
                    .filter(picture -> rows.masked(id, picture, by, now))
                    .forEach(picture -> it.tell(
                            new StoryFact.StoryPictureMasked(
                                    id, it.holder, picture.moment().name()),
                            now));
        });
    }

    void release(CaseId id, Actor by) {
        steps.take(id, by, (it, now) -> {
            mustRelease(it, by);
            var story = rows.of(id).orElseThrow(() -> new RuleBroken("case.story-none"));
            var closedAt = it.closedAt;
            if (!tellable(it) || closedAt == null) throw new RuleBroken("case.story-which");
            if (story.releasedAt() != null) throw new RuleBroken("case.story-public");
            if (story.by().equals(by.ref().toString())) throw new RuleBroken("case.story-own");
            if (now.isBefore(closedAt.plus(Story.LATER))) throw new RuleBroken("case.story-early");
            rows.release(id, now);
            it.tell(new StoryFact.StoryReleased(id, it.holder), now);
        });
    }

    void takeBack(CaseId id, Actor by) {
        steps.take(id, by, (it, now) -> {
            mustRelease(it, by);
            if (!released(id)) throw new RuleBroken("case.story-none");
            rows.takeBack(id);
            it.tell(new StoryFact.StoryTakenBack(id, it.holder), now);
        });
    }

    /** Public space only, solved as the reporter says, and not about a unit or its staff. */
    boolean tellable(Case it) {
        return it.outcome == Outcome.closedSolved
                && it.subject == null
                && categories.find(it.category).publicSpace();
    }

    boolean releases(Case it, Actor actor) {
        return steps.may(actor, May.SUPERVISE, it.holder, it) || steps.may(actor, May.DISPATCH, it.desk, it);
    }

    private void mustRelease(Case it, Actor by) {
        if (!releases(it, by)) throw new Forbidden(it.id.ref());
    }

    private boolean released(CaseId id) {
        return rows.of(id).filter(it -> it.releasedAt() != null).isPresent();
    }

    private static String title(String typed) {
        var title = typed.strip();
        if (title.isEmpty()) throw new RuleBroken("case.story-title");
        if (title.length() > Story.LONGEST_TITLE) throw new RuleBroken("case.story-title-long", Story.LONGEST_TITLE);
        return title;
    }

    private static String text(String typed) {
        var text = CaseThread.checked(typed);
        if (text.length() > Story.LONGEST_TEXT) throw new RuleBroken("case.story-long", Story.LONGEST_TEXT);
        return text;
    }
}
