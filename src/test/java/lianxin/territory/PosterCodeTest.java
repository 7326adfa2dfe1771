package lianxin.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The codes on the doors of a town, which grows building by building. */
class PosterCodeTest {

    @Test
    void a_code_that_another_door_has_is_drawn_again() {
        var drawings = new ArrayList<Set<String>>();
        var codes = PosterCode.some(60, drawn -> {
            drawings.add(Set.copyOf(drawn));
            return drawings.size() < 3 ? first(drawn) : Set.of();
        });
        assertThat(drawings).extracting(Set::size).containsExactly(60, 1, 1);
        assertThat(codes).hasSize(60).doesNotContainAnyElementsOf(first(drawings.getFirst()));
        assertThat(codes).allMatch(it -> PosterCode.read(it).isPresent());
    }

    @Test
    void a_code_is_read_as_people_write_it() {
        assertThat(PosterCode.read(" hsz7-4rpq ")).contains("HSZ74RPQ");
        assertThat(PosterCode.read("O0Il4RPQ")).contains("00114RPQ");
        assertThat(PosterCode.read("HSZ74RP")).isEmpty();
        assertThat(PosterCode.read("HSZ74RPU")).isEmpty();
    }

    private static Set<String> first(Set<String> codes) {
        return new HashSet<>(codes.stream().sorted().limit(1).toList());
    }
}
