package lianxin.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lianxin.TestTown;
import lianxin.facts.Journal;
import lianxin.facts.Recorded;
import lianxin.organization.Actor;
import lianxin.organization.Actors;
import lianxin.organization.AreaSeed;
import lianxin.organization.Chair;
import lianxin.organization.OrganizationRules;
import lianxin.organization.PersonId;
import lianxin.organization.PostId;
import lianxin.organization.Posts;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.organization.Watch;
import lianxin.platform.RuleBroken;
import lianxin.territory.AreaId;
import lianxin.territory.AreaRow;
import lianxin.territory.Areas;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Two counties with three communities and a village, a grid with a building, and the leaders of one county. */
final class Nanhu extends TestTown {

    static final String COUNTY = "330402";
    static final String OTHER_COUNTY = "330411";
    static final String YUNHAI = "330402005001";
    static final String FURUN = "330402005002";
    static final String BRANCH = YUNHAI + "-community-party-committee";
    static final String OTHER_BRANCH = FURUN + "-community-party-committee";
    static final String GRID = YUNHAI + "-1";
    static final String BUILDING = YUNHAI + "-1-1-1";

    Nanhu() {
        super(
                playbook("jiaxing"),
                "2026-03-02T09:00",
                "lianxin.organization",
                "lianxin.territory",
                "lianxin.places",
                "lianxin.routes",
                "lianxin.linkage",
                "lianxin.cases");
    }

    static List<AreaRow> ground() {
        return new ArrayList<>(List.of(
                row("city", "3304", "嘉兴市", null),
                row("county", COUNTY, "南湖区", "3304"),
                row("county", OTHER_COUNTY, "秀洲区", "3304"),
                row("township", "330402005", "东栅街道", COUNTY),
                row("community", YUNHAI, "云海社区", "330402005"),
                row("community", FURUN, "富润社区", "330402005"),
                row("community", "330402005201", "三星村", "330402005"),
                row("grid", GRID, "第1网格", YUNHAI),
                row("microgrid", GRID + "-1", "第1微网格", GRID),
                row("building", BUILDING, "1幢", GRID + "-1")));
    }

    private static AreaRow row(String level, String code, String name, @Nullable String parent) {
        return new AreaRow(0, level, code, name, parent, null, false);
    }

    static List<AreaSeed> units() {
        return ground().stream()
                .filter(it -> !it.kind().equals("building"))
                .map(it -> new AreaSeed(it.kind(), it.code(), it.name(), it.parentCode()))
                .toList();
    }

    Nanhu settled() {
        the(Units.class).importUnits(the(OrganizationRules.class).unitsOf(units()), LONG_AGO, "名单", Actor.SYSTEM);
        the(Surveying.class).importAreas(ground(), LONG_AGO, unit("3304"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        return this;
    }

    Links links() {
        return the(Links.class);
    }

    Contacts contacts() {
        return the(Contacts.class);
    }

    LinkBook book() {
        return the(LinkBook.class);
    }

    Teams teams() {
        return the(Teams.class);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    AreaId area(String code) {
        return the(Areas.class).byCode(code).orElseThrow().id();
    }

    /** Somebody who sits somewhere, and on which post. */
    record Seated(Actor actor, PersonId person, PostId post) {}

    Seated seat(String name, String unit, String role, String duty) {
        return seat(name, unit(unit), role, duty, LONG_AGO);
    }

    Seated seat(String name, UnitId unit, String role, String duty, Instant from) {
        var person =
                the(Posts.class).register(List.of(name), true, Actor.SYSTEM).getFirst();
        var seat = new Posts.Seat(person, unit, role, from, Instant.parse("2100-01-01T00:00:00Z"), Set.of(), duty, "旧");
        var post = the(Posts.class).fillAll(List.of(seat), "任职", Actor.SYSTEM).getFirst();
        return new Seated(the(Actors.class).of(person), person, post);
    }

    /** A leader of the county, for something that nobody else there is for. */
    Seated leader(String name, String duty) {
        return seat(name, COUNTY, "leadership-member", duty);
    }

    Chair chair(String duty) {
        return new Chair(unit(COUNTY), "leadership-member", duty);
    }

    /** From now on. */
    LinkId tied(String duty, String branch) {
        return links().tie(draft(chair(duty), unit(branch)), clock.instant(), "年度安排", Actor.SYSTEM);
    }

    static Links.Draft draft(Chair seat, UnitId object) {
        return new Links.Draft("branch-contact-points", "branch", seat, object, "");
    }

    ContactId visited(LinkId link, LocalDate day, Actor by) {
        return contacts().log(link, new Contacts.Draft(day, "on-the-spot", "支部希望多组织活动"), by);
    }

    Needed need(String words, String answer) {
        return new Needed(new NeedId(UUID.randomUUID()), words, answer, "");
    }

    List<String> told(LinkId link) {
        return the(Journal.class).about(link.ref()).stream().map(Recorded::kind).toList();
    }

    /** What a watch finds amiss, wherever. */
    List<Watch.Amiss> amiss(String watch) {
        var asked = watch.equals("contacts") ? the(ContactWatch.class) : the(TeamWatch.class);
        return asked.look(clock.instant(), it -> true).stream()
                .map(Watch.Looked::amiss)
                .filter(Objects::nonNull)
                .toList();
    }

    static void refused(String key, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo(key));
    }
}
