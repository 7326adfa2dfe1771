package lianxin.linkage;

import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The systems of contact points, each with how many there are and how many are missing. */
@Controller
@Needs(May.LOOK_UP)
class SystemsPage {

    private final LinkageRules rules;
    private final LinkBook book;
    private final LinkViews views;
    private final Gaps gaps;

    SystemsPage(LinkageRules rules, LinkBook book, LinkViews views, Gaps gaps) {
        this.rules = rules;
        this.book = book;
        this.views = views;
        this.gaps = gaps;
    }

    /** @param teams whether the town has service teams */
    record View(AsOf asOf, List<Card> cards, boolean mayKeep, boolean teams) {}

    /** @param idle of the links whose list the reader keeps; null for a reader who keeps none */
    record Card(Gaps.Count count, @Nullable Long idle, long vacant) {}

    @GetMapping("/links")
    ModelAndView show(AsOf asked, Actor reader, Shell shell) {
        var asOf = asked.knownNow();
        var mayKeep = reader.may(May.KEEP_LINKS);
        var lines = views.lines(book.all(asOf.at()), asOf.at(), reader, shell);
        var cards = rules.systems().stream()
                .map(system -> {
                    var mine = lines.stream()
                            .filter(it -> it.link().system().equals(system.key()))
                            .toList();
                    return new Card(
                            gaps.of(system, asOf.at()),
                            mayKeep ? mine.stream().filter(LinkViews.Line::idle).count() : null,
                            mine.stream().filter(LinkViews.Line::vacant).count());
                })
                .toList();
        return new ModelAndView("linkage/systems", "it", new View(asOf, cards, mayKeep, rules.teams() != null));
    }
}
