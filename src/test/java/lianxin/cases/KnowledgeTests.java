package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.UnitId;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What 渡口社区 and 码头街道 answer already: ferries, lanterns, stalls. */
class KnowledgeTests {

    @AutoClose
    private static final Cast cast = new Cast();

    private final Knowledge knowledge = cast.the(Knowledge.class);
    private final KnowledgeRows rows = cast.the(KnowledgeRows.class);

    @BeforeEach
    void a_monday_morning() {
        cast.nextMonday();
    }

    private KeptAnswer.Draft draft(String category, String question, String answer) {
        return new KeptAnswer.Draft(category, question, answer, "渡船时刻表", knowledge.today(), null);
    }

    private KnowledgeId kept(UnitId unit, KeptAnswer.Draft draft) {
        var id = new KnowledgeId(UUID.randomUUID());
        knowledge.write(id, unit, draft, cast.holding("watch", unit));
        return id;
    }

    private List<KnowledgeId> suggested(String category, String words) {
        return knowledge.suggest(List.of(cast.ferryCommunity, cast.wharf), category, words, 5).stream()
                .map(KeptAnswer::id)
                .toList();
    }

    @Test
    void what_is_asked_is_found_by_words_and_those_of_the_category_come_first() {
        var night = kept(cast.ferryCommunity, draft("ferry", "夜里有渡船吗", "十点以后没有"));
        var stall = kept(cast.wharf, draft("stall", "早市摊位怎么申请", "到街道登记"));
        var berth = kept(cast.wharf, draft("stall", "渡船边能摆摊位吗", "不能"));
        kept(cast.works, draft("ferry", "渡船夜里修吗", "别处的答复"));
        assertThat(suggested("ferry", "请问夜里几点还有渡船")).first().isEqualTo(night);
        assertThat(suggested("stall", "想申请早市的摊位")).containsExactly(stall);
        assertThat(suggested("stall", "摊位")).containsExactlyInAnyOrder(stall, berth);
        assertThat(suggested("stall", "渡船")).first().isEqualTo(berth);
        assertThat(suggested("lantern", "灯笼灭了")).isEmpty();
    }

    @Test
    void a_correction_stands_beside_what_was_written_and_what_ended_is_suggested_no_more() {
        var keeper = cast.desk();
        var id = kept(cast.ferryCommunity, draft("ferry", "汛期渡船停航吗", "停"));
        cast.clock.forward(Duration.ofDays(2));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> knowledge.correct(id, draft("ferry", "汛期", "开"), cast.worker(cast.wharf)));
        knowledge.correct(
                id,
                new KeptAnswer.Draft(
                        "ferry", "汛期渡船停航吗", "六级风停航", "通告", knowledge.today().minusDays(2), null),
                keeper);
        assertThat(rows.find(id).orElseThrow().draft().answer()).isEqualTo("六级风停航");
        knowledge.end(id, keeper);
        assertThat(suggested("ferry", "汛期停航吗")).doesNotContain(id);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> knowledge.end(id, keeper))
                .withMessageContaining("knowledge.ended");
        assertThat(cast.the(Journal.class).about(id.ref()))
                .extracting(Recorded::kind)
                .containsExactly("knowledge.written", "knowledge.corrected", "knowledge.ended");
    }

    @Test
    void only_staff_of_the_unit_write_and_an_answer_names_its_source() {
        var id = new KnowledgeId(UUID.randomUUID());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> knowledge.write(id, cast.wharf, draft("ferry", "几点", "八点"), cast.desk()));
        var nowhere = new KeptAnswer.Draft("ferry", "几点开船", "八点", " ", knowledge.today(), null);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> knowledge.write(id, cast.ferryCommunity, nowhere, cast.desk()))
                .withMessageContaining("knowledge.source-missing");
    }

    @Test
    void the_desk_answers_a_question_with_what_is_kept_and_the_answer_can_be_appealed_against() {
        var id = kept(cast.ferryCommunity, draft("ferry", "雾天渡船开吗", "能见度五百米以上就开"));
        var asked = cast.reported("雾天渡船开不开");
        var endings = cast.the(DeskEndings.class);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> endings.answer(asked, UUID.randomUUID().toString(), "开", cast.desk()))
                .withMessageContaining("case.reason");
        endings.answer(asked, id.toString(), "能见度五百米以上就开", cast.desk());
        assertThat(cast.facts(asked)).contains(new EndingFact.AnsweredDirectly(asked, cast.ferryCommunity, id));
        cast.the(Disagreements.class).say(asked, "昨天有雾也开了", Cast.reporter(asked));
        assertThat(cast.load(asked).appealed).isEqualTo(Outcome.answeredDirectly);
    }

    @Test
    void two_characters_side_by_side_are_compared_and_words_of_other_scripts_whole() {
        assertThat(Likeness.pieces("渡船几点开")).containsExactlyInAnyOrder("渡船", "船几", "几点", "点开");
        assertThat(Likeness.pieces("Wi-Fi 密码")).containsExactlyInAnyOrder("wi", "fi", "密码");
    }
}
