package lianxin.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lianxin.platform.TimeLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybookTest {

    record Place(
            String key, Label name, ZoneId zone, String divisionRoot, List<Hours> workingHours, List<String> unknown) {
        record Hours(LocalTime from, LocalTime to) {}
    }

    enum Tree {
        ADMINISTRATIVE,
        DEPARTMENT,
        PARTY,
        PARTNER
    }

    enum Outcome {
        CLOSED_SOLVED,
        CLOSED_UNSOLVED,
        CLOSED_UNANSWERED,
        JOINED,
        WITHDRAWN,
        DECLINED,
        HANDED_ON,
        ANSWERED_DIRECTLY,
        SELF_HANDLED
    }

    record Organization(List<UnitKind> unitKinds) {
        record UnitKind(String key, Tree tree, boolean holdsCases) {}
    }

    record Flow(List<Outcomes> outcomes) {
        record Outcomes(Outcome key) {}
    }

    record Deadlines(List<Urgency> urgencies, TimeLimit contactKept) {
        record Urgency(String key, Map<String, TimeLimit> limits) {}
    }

    record Wrong(Tree key) {}

    record Choosy(int minimumSample) {
        Choosy {
            if (minimumSample < 100) {
                throw new IllegalArgumentException("A sample of " + minimumSample + " proves nothing");
            }
        }
    }

    record Sample(@Nullable Integer minimumSample) {}

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jiaxing", "linjiang"})
    void nothing_is_wrong_with_the_playbooks_we_keep(String name) {
        assertThat(Playbook.problems(name)).isEmpty();
    }

    @Test
    void a_module_takes_what_it_needs_of_a_file_as_a_record_of_its_own() {
        var place = Playbook.open("linjiang").bind("place.yaml", Place.class);

        assertThat(place.name()).isEqualTo(new Label("临江", "Linjiang"));
        assertThat(place.name().in(Locale.ENGLISH)).isEqualTo("Linjiang");
        assertThat(place.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(place.divisionRoot()).isEqualTo("990101");
        assertThat(place.workingHours()).contains(new Place.Hours(LocalTime.of(9, 0), LocalTime.NOON));
        assertThat(place.unknown()).isEmpty();
    }

    @Test
    void words_become_constants_and_limits_become_time() {
        var linjiang = Playbook.open("linjiang");

        assertThat(linjiang.bind("organization.yaml", Organization.class).unitKinds())
                .contains(new Organization.UnitKind("village-branch", Tree.PARTY, false));
        assertThat(linjiang.bind("flow.yaml", Flow.class).outcomes())
                .contains(new Flow.Outcomes(Outcome.CLOSED_UNANSWERED));
        var deadlines = linjiang.bind("deadlines.yaml", Deadlines.class);
        assertThat(deadlines.contactKept()).isEqualTo(TimeLimit.parse("30d"));
        assertThat(deadlines.urgencies().getLast().limits()).containsEntry("handle", TimeLimit.parse("3wd"));
    }

    @Test
    void a_value_that_a_record_refuses_is_told_with_file_and_line() {
        var linjiang = Playbook.open("linjiang");

        assertThatThrownBy(() -> linjiang.bind("place.yaml", Wrong.class))
                .hasMessageStartingWith("playbooks/linjiang/place.yaml:2: This value does not fit here: ")
                .hasMessageContaining("linjiang")
                .hasMessageNotContaining("lianxin.playbook");
        assertThatThrownBy(() -> linjiang.bind("scheme.yaml", Choosy.class))
                .isInstanceOf(PlaybookBroken.class)
                .hasMessageStartingWith("playbooks/linjiang/scheme.yaml:")
                .hasMessageEndingWith(": A sample of 5 proves nothing");
        assertThat(linjiang.bind("scheme.yaml", Sample.class).minimumSample()).isEqualTo(5);
    }

    @Test
    void a_playbook_may_lie_in_a_folder_of_the_operators_own() throws IOException {
        copy(folder);

        assertThat(Playbook.open(folder.toString()).name())
                .isEqualTo(folder.getFileName().toString());
        assertThat(Playbook.open(folder.toString()).text("divisions.csv"))
                .get()
                .asString()
                .contains("柳湾村");
    }

    @Test
    void a_playbook_that_does_not_exist_is_named() {
        assertThat(Playbook.problems("atlantis"))
                .singleElement()
                .asString()
                .startsWith("There is no playbook “atlantis”: set lianxin.playbook");
    }

    static void copy(Path to) throws IOException {
        for (var file :
                Files.list(Path.of("src/test/resources/playbooks/linjiang")).toList()) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }
}
