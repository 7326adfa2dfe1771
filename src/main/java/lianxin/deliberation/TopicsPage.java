package lianxin.deliberation;

import java.util.List;
import lianxin.organization.Units;
import lianxin.platform.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** For everybody: the topics that were adopted, which unit answers for each by when, and what became of it. */
@Controller
class TopicsPage {

    private final TopicRows rows;
    private final Chain chain;
    private final Units units;

    TopicsPage(TopicRows rows, Chain chain, Units units) {
        this.rows = rows;
        this.chain = chain;
        this.units = units;
    }

    record Shown(Topic topic, String responsible, List<Chain.Shown> chain) {}

    @GetMapping("/topics")
    ModelAndView list() {
        var shown = rows.publicOnes().stream().map(it -> shown(it, List.of())).toList();
        return new ModelAndView("deliberation/topics", "topics", shown);
    }

    @GetMapping("/topics/{topic}")
    ModelAndView open(@PathVariable int topic) {
        var id = new TopicId(topic);
        var it = rows.find(id).filter(Topic::isPublic).orElseThrow(() -> new NotFound(id.ref()));
        return new ModelAndView("deliberation/topic", "it", shown(it, chain.of(id)));
    }

    private Shown shown(Topic it, List<Chain.Shown> links) {
        return new Shown(it, name(it), links);
    }

    private String name(Topic it) {
        var unit = it.responsible();
        return unit == null ? "" : units.name(unit);
    }
}
