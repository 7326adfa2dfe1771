package lianxin.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lianxin.cases.Report;
import lianxin.demonstration.Words.Use;
import lianxin.platform.Screening;
import lianxin.playbook.Playbook;
import org.junit.jupiter.api.Test;

class WordsTest {

    record Categories(List<Major> majors) {}

    record Major(List<Minor> minors) {}

    record Minor(String key) {}

    private final Words words = Words.shipped();

    @Test
    void every_category_of_jiaxing_is_reported_in_at_least_four_ways() {
        var categories = Playbook.open("jiaxing").bind("categories.yaml", Categories.class).majors().stream()
                .flatMap(it -> it.minors().stream())
                .map(Minor::key)
                .toList();
        assertThat(categories)
                .allSatisfy(it -> assertThat(words.of(it, Use.words)).as(it).hasSizeGreaterThanOrEqualTo(4));
        assertThat(categories)
                .allSatisfy(it -> assertThat(words.of(it, Use.result)).as(it).isNotEmpty());
    }

    @Test
    void nobody_can_be_called_by_them_and_all_fit_where_they_are_said() {
        assertThat(words.all())
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(Screening.findings(it)).isEmpty())
                .allSatisfy(it -> assertThat(it).hasSizeBetween(3, Report.LONGEST_DETAIL / 2));
    }

    @Test
    void habits_differ_from_street_to_street_and_are_always_the_same() {
        var seen = new HashSet<Habit>();
        IntStream.range(0, 72).forEach(it -> seen.add(Habit.of("street " + it, 7)));
        assertThat(seen).hasSize(72).allSatisfy(it -> {
            assertThat(it.late()).isBetween(0.05, 0.18);
            assertThat(it.rating(true, 0, new SplittableRandom(1))).isBetween(1, 5);
        });
        assertThat(Habit.of("street 1", 7)).isEqualTo(Habit.of("street 1", 7));
    }
}
