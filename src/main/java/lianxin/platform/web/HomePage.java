package lianxin.platform.web;

import gg.jte.Content;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import lianxin.platform.AnyStaff;
import lianxin.platform.HomeCard;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page after signing in. Which cards stand there, and in which order, is its address. */
@Controller
class HomePage {

    private final List<HomeCard> known;
    private final JteViews views;

    HomePage(ObjectProvider<HomeCard> known, JteViews views) {
        this.known =
                known.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
        this.views = views;
    }

    record View(List<Content> cards, List<Choice> choices) {}

    record Choice(String name, String title, boolean shown) {}

    @AnyStaff
    @GetMapping("/")
    ModelAndView show(
            @RequestParam(name = "cards", required = false) @Nullable List<String> names, Principal who, Shell shell) {
        var mine = known.stream().filter(card -> card.isFor(who)).toList();
        var shown = names == null ? mine : named(names, mine);
        var cards = shown.stream()
                .map(card -> views.part(card.template(), shell, card.model(who)))
                .toList();
        var choices = mine.stream()
                .map(card -> new Choice(card.name(), card.title(), shown.contains(card)))
                .toList();
        return new ModelAndView("platform/web/home", "it", new View(cards, choices));
    }

    private static List<HomeCard> named(List<String> names, List<HomeCard> mine) {
        return names.stream()
                .flatMap(name -> mine.stream().filter(card -> card.name().equals(name)))
                .distinct()
                .toList();
    }
}
