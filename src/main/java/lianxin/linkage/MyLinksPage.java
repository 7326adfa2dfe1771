package lianxin.linkage;

import java.util.List;
import lianxin.organization.Actor;
import lianxin.platform.AnyStaff;
import lianxin.platform.Shell;
import lianxin.territory.Days;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The contact points of one's own seats, those whose day comes first on top. */
@Controller
class MyLinksPage {

    private final MyLinks mine;
    private final LinkViews views;
    private final Days days;

    MyLinksPage(MyLinks mine, LinkViews views, Days days) {
        this.mine = mine;
        this.views = views;
        this.days = days;
    }

    record View(List<LinkViews.Line> lines) {}

    @AnyStaff
    @GetMapping("/account/links")
    ModelAndView show(Actor actor, Shell shell) {
        var lines = views.lines(mine.of(actor), days.now(), actor, shell).stream()
                .sorted((a, b) -> Frequency.sooner(a.kept(), b.kept()))
                .toList();
        return new ModelAndView("linkage/mine", "it", new View(lines));
    }
}
