package lianxin.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Somebody in Linjiang edits the playbook and makes a mistake. */
class BrokenPlaybookTest {

    @TempDir
    Path folder;

    @BeforeEach
    void linjiang() throws IOException {
        PlaybookTest.copy(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        deadlines.yaml    | amber-from: 70          | amber-from: [70                      | 8  | This is not YAML
        place.yaml        | zone: Asia/Shanghai     | zone: Asia/Shanghai\\nclimate: damp    | 6  | The key “climate” is not known here.
        place.yaml        | zone: Asia/Shanghai     | key: other                            | 5  | The key “key” stands here a second time; the first is on line 2.
        place.yaml        | zone: Asia/Shanghai     |                                       | 2  | “zone” is missing.
        place.yaml        | seed: 7                 | seed: seven                           | 20 | “seed” must be a whole number, not “seven”.
        place.yaml        | one-per: community      | one-per: planet                       | 28 | There is no level “planet” in place.yaml.
        place.yaml        | key: tea-house          | key: ferry-house                      | 29 | “ferry-house” stands here a second time.
        place.yaml        | key: boat-hook, name    | name                                  | 31 | “key” is missing in item 1 of “amenities”.
        place.yaml        | key: linjiang           | key: &town linjiang                   | 2  | Anchors (&town) are not used in playbooks: write it out.
        place.yaml        | from: "09:00"           | from: "9 Uhr"                         | 9  | “from” is not written as it must be: “9 Uhr”.
        deadlines.yaml    | handle: 4h              | handle: soon                          | 4  | “handle” is not written as it must be: “soon”.
        deadlines.yaml    | sign: 10m,              |                                       | 4  | “sign” is missing in “limits”.
        organization.yaml | tree: department        | tree: forest                          | 5  | “tree” must be one of administrative, department, party, partner, not “forest”.
        organization.yaml | [handle, read, look-up]          | [handle, fire]                        | 33 | item 2 of “may” must be one of dispatch, handle,
        organization.yaml | lines: [order]          | lines: [chaos]                        | 28 | There is no line of work “chaos” in organization.yaml.
        organization.yaml | of-lines: true }        | of-lines: true, filing: { level: county, days: 3 } } | 38 | “liner” has both of-lines and filing
        organization.yaml | key: town-office, name: { zh: 乡公所, en: Town office }, | key: town-office, stands-in: [boatyard], name: { zh: 乡公所, en: Town office }, | 3 | “town-office” is administrative
        structure.yaml    | by: [village-branch]    | by: [town-committee]                  | 16 | No Party organization after “by” may stand in “boatyard”
        structure.yaml    | [village-branch], seats | [moon-branch], seats                   | 7  | There is no kind of unit “moon-branch” in organization.yaml.
        structure.yaml    | roles: [elder]          | roles: [youngster]                    | 7  | There is no role “youngster” in organization.yaml.
        structure.yaml    | level: community        | level: moon                           | 10 | There is no level “moon” in place.yaml.
        structure.yaml    | rules: [branches,       | rules: [roots,                        | 19 | There is no rule “roots” in structure.yaml.
        structure.yaml    | key: elder              | key: branches                         | 5  | “branches” stands here a second time.
        structure.yaml    | one-per-area: { level: community, kind: village-branch } | | 8 | fits none of the forms allowed here.
        categories.yaml   | urgency: at-once        | urgency: whenever                     | 10 | There is no class of urgency “whenever” in deadlines.yaml.
        categories.yaml   | keywords: [停水, 没水, 水井] | keywords: []                          | 55 | “keywords” must not be empty.
        duty.yaml         | [well, meal]            | [well, lantern]                       | 31 | “lantern” stands here a second time.
        duty.yaml         | [well, meal]            | [well, wolves]                        | 31 | There is no category “wolves” in categories.yaml.
        scheme.yaml       | weight: 30              | weight: 31                            | 21 | The weights of the indicators sum to 101, not to 100.
        scheme.yaml       | numerator: good         | numerator: good + better              | 34 | There is no measure “better” in scheme.yaml.
        """)
    void a_mistake_is_told_with_file_line_and_a_plain_sentence(
            String file, String was, String is, int line, String sentence) throws IOException {
        write(file, was, is == null ? "" : is.replace("\\n", "\n"));

        assertThat(problems())
                .anySatisfy(it -> assertThat(it)
                        .startsWith(folder.resolve(file) + ":" + line + ": ")
                        .contains(sentence)
                        .endsWith("."));
    }

    @Test
    void all_mistakes_of_all_files_are_told_together_in_the_order_of_their_lines() throws IOException {
        write("place.yaml", "zone: Asia/Shanghai", "zone: 8");
        write("place.yaml", "cases: 60", "cases: 0");
        write("duty.yaml", "source: department", "source: heaven");

        assertThat(problems())
                .containsExactly(
                        folder.resolve("place.yaml") + ":5: “zone” must be text, not “8”.",
                        folder.resolve("place.yaml") + ":25: “cases” must be at least 1, not “0”.",
                        folder.resolve("duty.yaml")
                                + ":5: “source” must be one of basic, assist, reclaimed, department, not “heaven”.");
    }

    @Test
    void a_missing_and_an_empty_file_are_told() throws IOException {
        Files.delete(folder.resolve("flow.yaml"));
        Files.writeString(folder.resolve("duty.yaml"), "# nothing yet\n");

        assertThat(problems())
                .containsExactly(
                        folder.resolve("duty.yaml") + ":1: The file is empty.",
                        folder.resolve("flow.yaml") + ":1: This file of the playbook is missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"上访", "进京信访", "宗教活动", "邪教", "少数民族", "来访客人", "陌生人", "可疑人员", "流动人口", "吸毒", "游行"})
    void a_category_about_persons_is_refused(String word) throws IOException {
        write("categories.yaml", "zh: 渡船", "zh: " + word);
        write("categories.yaml", "吆喝", word);

        assertThat(problems())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it)
                        .contains("“" + word + "” is about persons")
                        .contains("rule P-03"));
    }

    @Test
    void a_party_body_that_holds_cases_is_refused() throws IOException {
        write("organization.yaml", "tree: party, holds-cases: false", "tree: party, holds-cases: true");

        assertThat(problems())
                .first()
                .asString()
                .endsWith(":6: “town-committee” stands in the Party tree and must not hold cases (row 4.16).");
    }

    @Test
    void the_operator_reads_the_sentences_and_no_stack_trace() throws IOException {
        write("place.yaml", "zone: Asia/Shanghai", "zone: 8");
        var analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        SpringFactoriesLoader.FailureHandler.handleMessage((message, error) -> {}));
        var broken = new IllegalStateException("No bean", new PlaybookBroken(problems()));

        assertThat(analyzers.stream()
                        .filter(PlaybookBrokenAnalyzer.class::isInstance)
                        .map(it -> it.analyze(broken)))
                .singleElement()
                .satisfies(it -> assertThat(it.getDescription())
                        .isEqualTo(folder.resolve("place.yaml") + ":5: “zone” must be text, not “8”."));
    }

    private List<String> problems() {
        return Playbook.problems(folder.toString());
    }

    private void write(String file, String was, String is) throws IOException {
        var text = Files.readString(folder.resolve(file));
        assertThat(text).contains(was);
        Files.writeString(folder.resolve(file), text.replace(was, is));
    }
}
