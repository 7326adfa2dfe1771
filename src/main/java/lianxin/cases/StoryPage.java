package lianxin.cases;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.PhotoId;
import lianxin.platform.RuleBroken;
import lianxin.platform.Screening;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A unit tells in public how it solved a matter; its head or the desk releases that, or takes it back. */
@Controller
@RequestMapping("/cases/{uuid}")
class StoryPage extends CaseForms {

    private final Stories stories;
    private final Reports reports;
    private final Cautions cautions;

    StoryPage(CasePage page, Stories stories, Reports reports, Cautions cautions) {
        super(page);
        this.stories = stories;
        this.reports = reports;
        this.cautions = cautions;
    }

    /** Numbers of persons are refused; words that point at persons once, until the writer says to have thought about it. */
    @Needs(value = May.HANDLE, inSomeLine = true)
    @PostMapping("/story")
    String write(
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String title,
            @RequestParam String text,
            @RequestParam(defaultValue = "") List<String> masked,
            @RequestParam(required = false) @Nullable List<MultipartFile> before,
            @RequestParam(required = false) @Nullable List<MultipartFile> after,
            @RequestParam(defaultValue = "false") boolean seen,
            Actor actor,
            Shell shell,
            RedirectAttributes redirect)
            throws IOException {
        var words = title + "\n" + text;
        if (!Screening.findings(words).isEmpty()) throw new RuleBroken("case.story-numbers");
        var doubts = seen ? "" : cautions.about(words, shell).collect(Collectors.joining(" "));
        if (!doubts.isEmpty()) throw new RuleBroken("case.story-cautions", doubts);
        var id = new CaseId(uuid);
        var shown = masked.stream().map(PhotoId::new).collect(Collectors.toSet());
        var copies = CaseStepsPage.pictures(before, after);
        reports.withPictures(id, copies, actor, () -> stories.write(id, title, text, shown, actor));
        return back(uuid, copies.isEmpty() ? "cases.done.story" : "cases.done.story-pictures", redirect);
    }

    @Needs(
            value = {May.SUPERVISE, May.DISPATCH},
            inSomeLine = true)
    @PostMapping("/story-release")
    String release(@PathVariable UUID uuid, Actor actor, RedirectAttributes redirect) {
        stories.release(new CaseId(uuid), actor);
        return back(uuid, "cases.done.story-released", redirect);
    }

    @Needs(
            value = {May.SUPERVISE, May.DISPATCH},
            inSomeLine = true)
    @PostMapping("/story-back")
    String takeBack(@PathVariable UUID uuid, Actor actor, RedirectAttributes redirect) {
        stories.takeBack(new CaseId(uuid), actor);
        return back(uuid, "cases.done.story-back", redirect);
    }
}
