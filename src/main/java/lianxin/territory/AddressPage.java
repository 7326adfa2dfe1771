package lianxin.territory;

import java.util.List;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.platform.AsOf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which ground an address in words means: what is likely, how likely, and a person chooses where it is not certain. */
@Controller
@Needs(May.LOOK_UP)
class AddressPage {
    private final Addresses addresses;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final Town town;
    private final AddressRules rules;

    AddressPage(
            Addresses addresses,
            Areas areas,
            Responsibilities responsibilities,
            Trees trees,
            Town town,
            AddressRules rules) {
        this.addresses = addresses;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.town = town;
        this.rules = rules;
    }

    record View(String words, AsOf asOf, boolean certain, int threshold, List<Line> lines, Town town) {}

    record Line(Addresses.Candidate it, String address, String unit) {}

    @GetMapping("/areas/address")
    ModelAndView show(@RequestParam(name = "q", defaultValue = "") String words, AsOf asked) {
        var asOf = asked.knownNow();
        var at = asOf.at();
        var answer = addresses.candidates(words, at);
        var tree = trees.at(at);
        var lines = answer.candidates().stream()
                .map(it -> new Line(
                        it,
                        areas.address(it.area().id(), asOf.at()),
                        tree.unit(responsibilities.responsible(it.area().id(), "", at))
                                .name()))
                .toList();
        int threshold = (int) Math.round(rules.addresses().certain() * 100);
        var view = new View(words, asOf, answer.certain(), threshold, lines, town);
        return new ModelAndView("territory/address", "it", view);
    }
}
