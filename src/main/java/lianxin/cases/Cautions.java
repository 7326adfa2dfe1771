package lianxin.cases;

import java.util.List;
import java.util.stream.Stream;
import lianxin.cases.rules.WaysIn;
import lianxin.platform.Screening;
import lianxin.platform.Shell;
import org.springframework.stereotype.Component;

/** What the writer is asked to think over: numbers of persons, and words that point at persons and children (P-02, P-03). */
@Component
class Cautions {

    private final WaysIn ways;

    Cautions(WaysIn ways) {
        this.ways = ways;
    }

    List<String> in(String text, Shell shell) {
        var numbers = Screening.findings(text).stream()
                .map(Screening.Finding::kind)
                .distinct()
                .map(it -> shell.t(it.key()));
        return Stream.concat(numbers, about(text, shell)).toList();
    }

    /** The sentences about persons alone. */
    Stream<String> about(String text, Shell shell) {
        return ways.cautionsIn(text).stream().map(it -> it.sentence().in(shell.locale()));
    }
}
