package lianxin.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.TestTown;
import lianxin.cases.CaseId;
import lianxin.cases.Report;
import lianxin.cases.Reports;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.Divisions;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaFile;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import lianxin.territory.Town;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The ferry's people tell of dark steps again and again; the street above makes a topic of it. */
class TopicTests {

    private static final class Ferry extends TestTown {

        Ferry() {
            super(
                    playbook("src/test/resources/playbooks/linjiang"),
                    "2026-03-02T10:00",
                    "lianxin.organization",
                    "lianxin.territory",
                    "lianxin.cases",
                    "lianxin.deliberation");
            var csv = resource("/playbooks/linjiang/divisions.csv");
            var units =
                    the(OrganizationRules.class).unitsOf(the(Divisions.class).ofTown(csv));
            the(Units.class).importUnits(units, LONG_AGO, "divisions", Actor.SYSTEM);
            var areas = AreaFile.read(csv, the(Town.class)).rows();
            the(Surveying.class).importAreas(areas, LONG_AGO, unit("990101"), Actor.SYSTEM);
            the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        }

        Actor holding(String role, UnitId unit) {
            var person = the(Posts.class)
                    .register(List.of("钱小满"), true, Actor.SYSTEM)
                    .getFirst();
            the(Posts.class).fill(new Posts.Seat(person, unit, role, LONG_AGO, null), "test", Actor.SYSTEM);
            return the(Actors.class).of(person);
        }

        UUID dark() {
            var ferry = the(Areas.class).byCode("990101001001").orElseThrow().id();
            var id = new CaseId(UUID.randomUUID());
            the(Reports.class).report(new Report(id, ferry, "码头的灯笼灭了", "", "qr"));
            return id.value();
        }
    }

    @AutoClose
    private static final Ferry town = new Ferry();

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final UnitId COMMUNITY = town.unit("990101001001");
    private static final UnitId STREET = town.unit("990101001");
    private static final Actor DESK = town.holding("watch", COMMUNITY);
    private static final Actor HEAD = town.holding("head", STREET);

    private final Topics topics = town.the(Topics.class);
    private final TopicRows rows = town.the(TopicRows.class);

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(step).withMessageContaining(key);
    }

    private TopicId proposed() {
        return topics.propose(COMMUNITY, "台阶太暗", "半年里反复有人说。", List.of(town.dark(), town.dark()), DESK);
    }

    private List<String> facts(TopicId id) {
        return town.the(Journal.class).about(id.ref()).stream()
                .map(Recorded::kind)
                .toList();
    }

    @Test
    void the_unit_above_adopts_names_one_unit_and_a_day_and_only_then_is_it_public() {
        var dark = proposed();
        assertThat(rows.publicOnes()).extracting(Topic::id).doesNotContain(dark);
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> topics.decide(dark, true, "好", COMMUNITY, MAY, DESK));
        refused("topic.responsible", () -> topics.decide(dark, true, "好", town.unit("990101"), MAY, HEAD));
        refused("topic.due", () -> topics.decide(dark, true, "好", COMMUNITY, LocalDate.of(2026, 1, 1), HEAD));
        topics.decide(dark, true, "全街道一起改", COMMUNITY, MAY, HEAD);
        assertThat(rows.publicOnes()).extracting(Topic::id).contains(dark);
        refused("topic.decided-already", () -> topics.decide(dark, false, "不", null, null, HEAD));
        var other = proposed();
        topics.decide(other, false, "已经在办", null, null, HEAD);
        assertThat(rows.publicOnes()).extracting(Topic::id).doesNotContain(other);
        assertThat(facts(other)).containsExactly("topic.proposed", "topic.refused");
    }

    @Test
    void the_chain_goes_from_opinion_to_proposal_to_project_to_place_and_skips_nothing() {
        var dark = proposed();
        topics.decide(dark, true, "全街道一起改", COMMUNITY, MAY, HEAD);
        var worker = town.holding("worker", COMMUNITY);
        var project = new Topics.NewLink(Link.Kind.project, null, "装太阳能灯", COMMUNITY, MAY, null);
        refused("topic.link-from", () -> topics.link(dark, project, worker));
        var proposal =
                topics.link(dark, new Topics.NewLink(Link.Kind.proposal, null, "台阶边装灯", COMMUNITY, MAY, null), worker);
        var built = topics.link(
                dark, new Topics.NewLink(Link.Kind.project, proposal, "装太阳能灯", COMMUNITY, MAY, null), worker);
        refused(
                "topic.link-place",
                () -> topics.link(
                        dark, new Topics.NewLink(Link.Kind.place, built, "亮灯码头", COMMUNITY, MAY, "place/1"), worker));
        topics.endLink(dark, built, true, worker);
        refused("topic.link-ended", () -> topics.endLink(dark, built, true, worker));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> topics.end(dark, true, "灯亮了", DESK));
        topics.end(dark, true, "台阶亮了", worker);
        refused("topic.not-going-on", () -> topics.end(dark, true, "台阶亮了", worker));
        assertThat(rows.links(dark)).extracting(Link::cameFrom).containsExactly(null, proposal);
        assertThat(facts(dark))
                .containsExactly(
                        "topic.proposed",
                        "topic.adopted",
                        "topic.linked",
                        "topic.linked",
                        "topic.link-ended",
                        "topic.ended");
    }

    @Test
    void only_what_the_proposer_may_read_becomes_part_of_it_and_numbers_of_persons_are_refused() {
        var cases = List.of(town.dark());
        var stranger = town.holding("watch", town.unit("990101001002"));
        refused("topic.no-cases", () -> topics.propose(town.unit("990101001002"), "台阶太暗", "别处的事", cases, stranger));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> topics.propose(COMMUNITY, "台阶太暗", "别人的名义", cases, stranger));
        refused("topic.numbers", () -> topics.propose(COMMUNITY, "台阶太暗", "打 13812345678 问", cases, DESK));
        refused("topic.empty", () -> topics.propose(COMMUNITY, " ", "理由", cases, DESK));
        assertThat(town.the(Matters.class).open(cases, stranger)).isEmpty();
        assertThat(town.the(Matters.class).open(cases, DESK)).hasSize(1);
    }

    @Test
    void nobody_decides_what_he_proposed_himself() {
        var dark = topics.propose(STREET, "台阶太暗", "半年里反复有人说。", List.of(town.dark()), HEAD);
        var above = town.the(Units.class).above(STREET);
        assertThat(rows.find(dark).orElseThrow().decider()).isEqualTo(above);
        var county = town.holding("head", above);
        var own = topics.propose(STREET, "台阶太暗", "再说一次。", List.of(town.dark()), county);
        refused("topic.own", () -> topics.decide(own, true, "好", STREET, MAY, county));
    }
}
