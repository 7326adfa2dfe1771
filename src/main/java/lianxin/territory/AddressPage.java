package lianxin.territory;

import java.time.LocalDate;
import java.util.List;
import lianxin.organization.Trees;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which ground an address in words means: what is likely, how likely, and a person chooses where it is not certain. */
@Controller
class AddressPage {
    private final Addresses addresses;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final Town town;
    private final AddressRules rules;
    private final Days days;

    AddressPage(
            Addresses addresses,
            Areas areas,
            Responsibilities responsibilities,
            Trees trees,
            Town town,
            AddressRules rules,
            Days days) {
        this.addresses = addresses;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.town = town;
        this.rules = rules;
        this.days = days;
    }

    record View(
            String words, LocalDate day, boolean today, boolean certain, int threshold, List<Line> lines, Town town) {}

    record Line(Addresses.Candidate it, String address, String unit) {}

    @GetMapping("/areas/address")
    ModelAndView show(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "at", required = false) @Nullable LocalDate asked) {
        var day = days.or(asked);
        var at = days.endOf(day);
        var answer = addresses.candidates(words, at);
        var tree = trees.at(at);
        var lines = answer.candidates().stream()
                .map(it -> new Line(
                        it,
                        areas.address(it.area().id()),
                        tree.unit(responsibilities.responsible(it.area().id(), "", at))
                                .name()))
                .toList();
        int threshold = (int) Math.round(rules.addresses().certain() * 100);
        var view = new View(words, day, day.equals(days.today()), answer.certain(), threshold, lines, town);
        return new ModelAndView("territory/address", "it", view);
    }
}
