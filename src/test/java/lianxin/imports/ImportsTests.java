package lianxin.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import lianxin.imports.Given.State;
import lianxin.organization.Actor;
import lianxin.organization.Importable.Fate;
import lianxin.organization.Units;
import lianxin.platform.Forbidden;
import lianxin.platform.RuleBroken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists are looked at, done, given again, broken off and taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsTests {

    private static final String UNITS = "单位代码,单位名称,单位类型,层级,上级单位代码,上级党组织代码\n";
    private static final String POSTS = "姓名,单位代码,职务,任职日期\n";
    private static final String AREAS = "区域代码,区域名称,层级,上级区域代码\n";
    private static final String PARTS = "区域代码,小区代码\n";
    private static final String PLACES = "阵地名称,阵地类型,区域代码,开放时间\n";

    private Office office;
    private Actor organizer;

    @BeforeAll
    void open() {
        office = new Office();
        organizer = office.organizer("330402005");
    }

    @AfterAll
    void close() {
        office.close();
    }

    private List<String> why(Given given) {
        return office.books().lines(given.id(), Fate.REFUSED, 100).stream()
                .flatMap(it -> it.what().stream())
                .map(it -> it.key())
                .toList();
    }

    @Test
    void a_dry_run_says_what_would_be_and_writes_nothing() {
        var looked = office.looked(
                "units",
                UNITS + "D1,东栅党建办,部门,镇（街道）,330402005,\n"
                        + "330402005001,云海社区居委会,社区居民委员会,村（社区）,,\n"
                        + "330402005,东栅街道办事处,街道办事处,镇（街道）,330402,\n"
                        + "D2,,神秘部门,九重天,999,\n",
                organizer);
        assertThat(looked.state()).isEqualTo(State.CHECKED);
        assertThat(looked.counts()).isEqualTo(new Given.Counts(4, 1, 1, 1, 1, 0, 0));
        assertThat(why(looked))
                .containsExactly("imports.empty", "imports.unknown", "imports.unknown", "imports.nowhere");
        assertThat(office.lives("D1")).isFalse();
        assertThat(office.name("330402005001")).isEqualTo("云海社区居民委员会");
    }

    @Test
    void a_list_in_any_order_is_done_from_the_top_down_and_the_second_time_changes_nothing() {
        var list = UNITS + "W11,东栅一组,部门,网格,W1,\nW1,东栅工作站,村民委员会,村（社区）,330402005,\n";
        var first = office.takenIn("units", list, organizer);
        assertThat(first.state()).isEqualTo(State.DONE);
        assertThat(first.counts().created()).isEqualTo(2);
        var again = office.looked("units", list, organizer);
        assertThat(again.counts()).isEqualTo(new Given.Counts(2, 0, 0, 2, 0, 0, 0));
        assertThat(office.takenBack(first, organizer).state()).isEqualTo(State.TAKEN_BACK);
        assertThat(office.lives("W1")).isFalse();
        assertThat(office.takenIn("units", list, organizer).counts().created()).isEqualTo(2);
    }

    /** Rows 3.55, 3.69. */
    @Test
    void estates_come_as_areas_and_what_they_are_made_of_as_a_list_of_its_own_that_can_be_taken_back() {
        var areas = AREAS + "J1,第1网格,网格,330402005001\nJ2,第2网格,网格,330402005001\nJ3,第3网格,grid,330402005\n"
                + "E1,云海花苑,小区,330402005001\nE2,云海公寓,小区,330402005001\nJ9,第9网格,网格,E1\n";
        var estates = office.takenIn("areas", areas, organizer);
        assertThat(why(estates)).as("nothing lies in an estate").containsExactly("territory.parent-level");
        var list = PARTS + "J1,E1\nJ2,E1\nJ3,E1\nJ1,E2\nJ2,J1\nJ8,E1\n";
        var first = office.takenIn("parts", list, organizer);
        assertThat(first.counts().created()).isEqualTo(2);
        assertThat(why(first))
                .containsExactly(
                        "territory.part.elsewhere",
                        "imports.twice",
                        "imports.twice",
                        "territory.part.not-made-of-parts",
                        "imports.nowhere");
        assertThat(office.estate("J2")).isEqualTo("云海花苑");
        assertThat(office.looked("parts", PARTS + "J1,E1\nJ2,E1\n", organizer)
                        .counts()
                        .same())
                .isEqualTo(2);
        assertThatThrownBy(() -> office.takenBack(estates, organizer)).isInstanceOf(RuleBroken.class);
        office.clock.forward(Duration.ofDays(1));
        var moved = office.takenIn("parts", PARTS + "J2,E2\n", organizer);
        assertThat(moved.counts().changed()).isEqualTo(1);
        assertThat(office.estate("J2")).isEqualTo("云海公寓");
        assertThatThrownBy(() -> office.takenBack(first, organizer)).isInstanceOf(RuleBroken.class);
        office.takenBack(moved, organizer);
        assertThat(office.estate("J2")).isEqualTo("云海花苑");
        office.takenBack(first, organizer);
        assertThat(office.estate("J2")).isEmpty();
    }

    @Test
    void whoever_stands_outside_is_refused_with_a_sentence_and_takes_those_below_along() {
        var looked = office.looked(
                "units",
                UNITS + "X1,建设街道综合站,部门,镇（街道）,330402001,\nY1,一站,村民委员会,村（社区）,330402001,\nY2,一站一组,部门,网格,Y1,\n"
                        + "Z1,没有上级,街道办事处,镇（街道）,,\n",
                organizer);
        assertThat(looked.counts().refused()).isEqualTo(4);
        assertThat(why(looked))
                .containsExactly(
                        "imports.not-yours", "imports.not-yours", "imports.above-refused", "imports.units.no-home");
    }

    @Test
    void a_list_says_which_joint_branch_covers_which_enterprise_and_is_taken_back() {
        var branch = "DS9,东栅联合党支部,企业党组织,村（社区）,330402005,330402005-party-working-committee\n";
        office.takenIn("units", UNITS + "DS1,示例布行,企业,村（社区）,330402005,\n" + branch, organizer);
        var list = "单位代码,党组织代码\nDS1,DS9\nDS9,DS1\nDS1,没有\n";

        var done = office.takenIn("covers", list, organizer);
        assertThat(done.counts().created()).isEqualTo(1);
        assertThat(why(done)).containsExactly("organization.cannot-cover", "imports.covers.nowhere");
        assertThat(office.looked("covers", list, organizer).counts().same()).isEqualTo(1);

        assertThat(office.takenBack(done, organizer).state()).isEqualTo(State.TAKEN_BACK);
        assertThat(office.looked("covers", list, organizer).counts().toCreate()).isEqualTo(1);
    }

    @Test
    void the_same_code_twice_is_told_with_its_line() {
        var looked = office.looked("units", UNITS + "T1,一,部门,镇（街道）,330402005,\nT1,二,部门,镇（街道）,330402005,\n", organizer);
        assertThat(looked.counts().toCreate()).isEqualTo(1);
        assertThat(office.books()
                        .lines(looked.id(), Fate.REFUSED, 9)
                        .getFirst()
                        .what()
                        .getFirst()
                        .details())
                .containsExactly("T1", "2");
    }

    @Test
    void what_a_list_has_changed_is_as_it_was_when_it_is_taken_back() {
        var made = office.takenIn("units", UNITS + "330402005002,富润社区居民委员会,社区居民委员会,村（社区）,330402005,\n", Actor.SYSTEM);
        var list = UNITS + "330402005002,富润新社区居民委员会,社区居民委员会,村（社区）,,\n";
        var changed = office.takenIn("units", list, organizer);
        assertThat(changed.counts().changed()).isEqualTo(1);
        assertThat(office.name("330402005002")).startsWith("富润新");
        office.takenBack(changed, organizer);
        assertThat(office.name("330402005002")).isEqualTo("富润社区居民委员会");
        assertThat(made.counts().created()).isEqualTo(1);
    }

    @Test
    void a_list_on_which_something_stands_is_not_taken_back_and_the_sentence_names_it() {
        var units = office.takenIn("units", UNITS + "P1,东栅便民站,部门,镇（街道）,330402005,\n", organizer);
        var posts = office.takenIn("posts", POSTS + "陆知夏,P1,经办人,2026-03-01\n", organizer);
        assertThat(posts.counts().created()).isEqualTo(1);
        assertThatThrownBy(() -> office.takenBack(units, organizer)).isInstanceOfSatisfying(RuleBroken.class, it -> {
            assertThat(it.key()).isEqualTo("imports.units.posts");
            assertThat(it.details()).containsExactly("东栅便民站");
        });
        assertThat(office.takenBack(posts, organizer).state()).isEqualTo(State.TAKEN_BACK);
        assertThatThrownBy(() -> office.takenBack(units, organizer))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("imports.happened"));
    }

    @Test
    void names_of_people_are_kept_only_until_they_are_written_and_what_was_refused_for_a_week() {
        var list =
                POSTS + "陈一诺,330402005001,经办人,2026-03-01\n周与安,330402005001,没有的职务,昨天\n林 13900001111,330402005001,经办人,\n";
        var given = office.takenIn("posts", list, organizer);
        assertThat(given.counts().created()).isEqualTo(1);
        assertThat(why(given)).contains("sheets.day", "imports.unknown", "posts.name-only");
        assertThat(office.books().lines(given.id(), Fate.CREATE, 9)).isEmpty();
        assertThat(office.books().lines(given.id(), Fate.REFUSED, 9)).hasSize(2);
        assertThat(office.looked("posts", list, organizer).counts().same()).isEqualTo(1);
        office.clock.forward(Duration.ofDays(8));
        office.the(Worker.class).letGo();
        assertThat(office.books().lines(given.id(), Fate.REFUSED, 9)).isEmpty();
    }

    @Test
    void a_post_said_to_end_otherwise_than_in_the_register_is_refused_and_never_called_unchanged() {
        var head = "姓名,单位代码,职务,任职日期,任满日期,职责说明\n";
        var list = head + "苏望舒,330402005001,经办人,2026-03-01,2027-12-31,窗口\n";
        assertThat(office.takenIn("posts", list, organizer).counts().created()).isEqualTo(1);
        assertThat(office.looked("posts", list, organizer).counts().same()).isEqualTo(1);
        assertThat(office.looked("posts", head + "苏望舒,330402005001,经办人,,,\n", organizer)
                        .counts()
                        .same())
                .isEqualTo(1);
        var other = office.looked("posts", head + "苏望舒,330402005001,经办人,2026-02-01,2026-12-31,档案\n", organizer);
        assertThat(office.books().lines(other.id(), Fate.REFUSED, 9).getFirst().what())
                .extracting(it -> it.key() + " " + it.details().get(1))
                .containsExactly(
                        "imports.posts.differs @imports.posts.from",
                        "imports.posts.differs @imports.posts.to",
                        "imports.posts.differs @imports.posts.duty");
    }

    @Test
    void a_point_in_another_part_of_the_world_or_half_of_one_is_refused() {
        var head = "区域代码,区域名称,层级,上级区域代码,经度,纬度\n";
        var looked = office.looked(
                "areas",
                head + "W1,反了,网格,330402005001,30.7,120.7\nW2,一半,网格,330402005001,120.7,\n"
                        + "W3,海里,网格,330402005001,10,-5\nW4,对的,网格,330402005001,120.7,30.7\n",
                organizer);
        assertThat(looked.counts().toCreate()).isEqualTo(1);
        assertThat(why(looked))
                .containsExactly(
                        "territory.point.unreadable", "territory.point.unreadable", "territory.point.unreadable");
    }

    @Test
    void a_unit_that_names_itself_as_the_one_above_is_told_so() {
        var looked = office.looked("units", UNITS + "V1,自己,部门,镇（街道）,V1,\n", organizer);
        assertThat(why(looked)).containsExactly("imports.units.under-itself");
    }

    @Test
    void a_post_that_must_be_filed_is_never_filled_by_a_list() {
        var given = office.looked(
                "posts", POSTS + "何清越,330402005001-community-party-committee,村（社区）党组织书记,2026-03-01\n", organizer);
        assertThat(why(given)).containsExactly("posts.needs-filing");
    }

    @Test
    void areas_are_added_renamed_and_taken_back() {
        office.takenIn("areas", AREAS + "330402005003,双溪村村委会,村（社区）,330402005\n", Actor.SYSTEM);
        var list = AREAS + "330402005003,新双溪村,村（社区）,330402005\n330402005003-1,第1网格,网格,330402005003\n";
        var given = office.takenIn("areas", list, organizer);
        assertThat(given.counts()).isEqualTo(new Given.Counts(2, 1, 1, 0, 0, 1, 1));
        assertThat(office.looked("areas", list, organizer).counts().same()).isEqualTo(2);
        assertThat(office.takenBack(given, organizer).state()).isEqualTo(State.TAKEN_BACK);
        assertThat(office.onTheGround("330402005003-1")).isFalse();
        assertThat(office.looked("areas", AREAS + "330402005003,双溪村,村（社区）,330402005\n", organizer)
                        .counts()
                        .same())
                .isEqualTo(1);
    }

    @Test
    void places_are_opened_changed_and_taken_back_and_all_that_is_wrong_with_a_line_is_said_at_once() {
        var first = office.takenIn("places", PLACES + "云海驿站," + office.type() + ",330402005001,24h\n", organizer);
        assertThat(first.counts().created()).isEqualTo(1);
        var list = PLACES + "云海驿站," + office.type() + ",330402005001,周一至周五 8:30-17:00\n云海二站,不知道,404,随便\n";
        var changed = office.takenIn("places", list, organizer);
        assertThat(changed.counts()).isEqualTo(new Given.Counts(2, 0, 1, 0, 1, 0, 1));
        assertThat(why(changed)).containsExactly("places.wrong.type", "imports.nowhere", "places.wrong.hours");
        assertThatThrownBy(() -> office.takenBack(first, organizer)).isInstanceOf(RuleBroken.class);
        office.takenBack(changed, organizer);
        assertThat(office.looked("places", PLACES + "云海驿站," + office.type() + ",330402005001,24h\n", organizer)
                        .counts()
                        .same())
                .isEqualTo(1);
    }

    @Test
    void a_list_that_was_broken_off_goes_on_or_is_taken_back() {
        var list = UNITS + "B1,一站,部门,镇（街道）,330402005,\nB2,二站,部门,镇（街道）,330402005,\n";
        var given = office.looked("units", list, organizer);
        office.imports().start(given.id(), organizer);
        assertThatThrownBy(() -> office.imports().start(given.id(), organizer)).isInstanceOf(RuleBroken.class);
        office.clock.forward(Duration.ofMinutes(5));
        assertThat(office.books().find(given.id()).brokenOff(office.now())).isTrue();
        office.imports().start(given.id(), organizer);
        office.the(Working.class).work(given.id());
        assertThat(office.books().find(given.id()).counts().created()).isEqualTo(2);
    }

    @Test
    void a_list_is_shown_to_whoever_gave_it_and_to_those_above_and_to_nobody_else() {
        var given = office.looked("units", UNITS + "N1,一站,部门,镇（街道）,330402005,\n", organizer);
        assertThat(office.imports().mine(given.id(), office.organizer("330402")).id())
                .isEqualTo(given.id());
        var other = office.organizer("330402001");
        assertThatThrownBy(() -> office.imports().mine(given.id(), other)).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_list_in_gbk_with_full_width_codes_is_taken_in() {
        var text = UNITS + "Ｇ１,东栅党建办,部门,镇（街道）,３３０４０２００５,\n";
        office.clock.forward(Duration.ofMinutes(1));
        var given = office.imports()
                .takeIn(
                        "units",
                        office.file(text.getBytes(Charset.forName("GBK"))),
                        "gbk.csv",
                        office.now(),
                        "测试",
                        organizer);
        assertThat(given.counts().created()).isEqualTo(1);
        assertThat(office.the(Units.class).byCode("G1")).isPresent();
    }
}
