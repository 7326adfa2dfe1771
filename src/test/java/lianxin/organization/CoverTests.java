package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import lianxin.facts.Journal;
import lianxin.organization.Findings.Tally;
import lianxin.organization.Units.NewUnit;
import lianxin.platform.MovableClock;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Row 1.36: enterprises, schools and sites of 东栅街道 with a Party organization, covered by a joint one, or with none. */
class CoverTests {

    static final String RULE = "organizations-covered";
    static final Instant MAY = MovableClock.city("2026-05-01T00:00");
    static final Instant JUNE = MovableClock.city("2026-06-01T00:00");

    @AutoClose
    static final Cast cast = Cast.withGround().settled();

    final Units units = cast.units();
    final Covering covering = cast.the(Covering.class);
    final Structure structure = cast.the(Structure.class);
    final UnitId street = cast.unit("330402005");
    final UnitId committee = cast.unit("330402005-party-working-committee");

    private UnitId set(String kind, String code, @Nullable UnitId home, @Nullable UnitId party) {
        var name = "示例" + code;
        return units.create(
                new NewUnit(name, kind, "community", code, home, party), Cast.LONG_AGO, "test", Actor.SYSTEM);
    }

    private UnitId enterprise(String code) {
        return set("enterprise", code, street, null);
    }

    private UnitId branch(String code, UnitId home) {
        return set("enterprise-party-organization", code, home, committee);
    }

    private void cover(UnitId unit, UnitId by, Instant from) {
        covering.cover(unit, by, from, "联合党支部成立", Actor.SYSTEM);
    }

    private boolean listed(UnitId unit, Instant at) {
        return structure.at(at, null).violations().stream()
                .filter(it -> it.rule().key().equals(RULE))
                .anyMatch(it -> it.unit().id().equals(unit));
    }

    @Test
    void an_enterprise_without_a_party_organization_is_named_and_one_with_a_branch_of_its_own_is_not() {
        var mill = enterprise("mill");
        var yard = enterprise("yard");
        var branch = branch("yard-branch", yard);

        assertThat(listed(mill, MAY)).isTrue();
        assertThat(listed(yard, MAY)).isFalse();
        assertThat(cast.now().unitsOnPath(branch)).extracting(Unit::name).containsSequence("示例yard", "示例yard-branch");
        assertThat(cast.now().unit(branch).partyParent()).isEqualTo(committee);

        var found = structure.now().violations().stream()
                .filter(it -> it.unit().id().equals(mill))
                .toList();
        assertThat(found).singleElement().satisfies(it -> {
            assertThat(it.what()).isEqualTo(Violation.What.NOT_COVERED);
            assertThat(it.wanted().zh()).isEqualTo("企业党组织");
        });
    }

    @Test
    void a_branch_stands_in_no_unit_that_the_playbook_does_not_name() {
        var school = set("school", "school", street, null);

        assertThatThrownBy(() -> branch("school-branch", school))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("organization.home-not-administrative");
        assertThatThrownBy(() -> cover(school, branch("joint-no-school", street), MAY))
                .hasMessageContaining("organization.cannot-cover");
    }

    @Test
    void a_joint_branch_covers_three_small_enterprises_from_its_day_on() {
        var three = List.of(enterprise("small-1"), enterprise("small-2"), enterprise("small-3"));
        var joint = branch("joint", street);
        three.forEach(it -> cover(it, joint, MAY));

        assertThat(three).allMatch(it -> listed(it, MAY.minusSeconds(1))).noneMatch(it -> listed(it, MAY));
        assertThatThrownBy(() -> cover(three.getFirst(), joint, JUNE)).hasMessageContaining("covers-already");

        covering.end(three.getFirst(), joint, JUNE, "自己设了党支部", Actor.SYSTEM);
        assertThat(listed(three.getFirst(), MAY)).isFalse();
        assertThat(listed(three.getFirst(), JUNE)).isTrue();
        assertThat(cast.the(UnitHistory.class).of(three.getFirst(), null))
                .extracting(UnitHistory.Entry::what)
                .contains(UnitHistory.What.COVERED, UnitHistory.What.UNCOVERED);
    }

    @Test
    void what_was_just_entered_is_seen_at_once_in_what_was_found_before() {
        var shop = enterprise("shop");
        assertThat(structure.now().violations()).anyMatch(it -> it.unit().id().equals(shop));

        cover(shop, branch("joint-now", street), Cast.LONG_AGO);

        assertThat(structure.now().violations()).noneMatch(it -> it.unit().id().equals(shop));
    }

    @Test
    void an_enterprise_that_is_merged_hands_its_branch_and_its_covering_on() {
        var old = enterprise("merge-old");
        var fresh = enterprise("merge-new");
        var own = branch("merge-old-branch", old);
        var joint = branch("merge-joint", street);
        cover(old, joint, Cast.LONG_AGO);

        units.merge(old, fresh, MAY, "企业合并", Actor.SYSTEM);

        assertThat(cast.the(Trees.class).at(MAY).unit(own).parent()).isEqualTo(fresh);
        assertThat(cast.the(CoverRows.class).picture(MAY).by())
                .containsEntry(fresh, List.of(joint))
                .doesNotContainKey(old);
        assertThat(cast.the(Journal.class).about(fresh.ref()))
                .extracting(it -> it.kind())
                .contains("unit.covered");
        assertThat(listed(fresh, MAY.minusSeconds(1))).isTrue();
        assertThat(listed(fresh, MAY)).isFalse();
    }

    @Test
    void an_enterprise_with_a_branch_in_it_is_not_dissolved_before_the_branch_has_gone() {
        var plant = enterprise("plant");
        branch("plant-branch", plant);

        assertThatThrownBy(() -> units.dissolve(plant, street, MAY, "停产", Actor.SYSTEM))
                .hasMessageContaining("organization.has-units-below");
    }

    @Test
    void a_joint_branch_that_ends_is_followed_by_one_that_can_cover_and_by_no_other() {
        var shop = enterprise("follow-shop");
        var joint = branch("follow-joint", street);
        cover(shop, joint, Cast.LONG_AGO);
        var schools = set("university-party-organization", "follow-schools", street, committee);
        assertThatThrownBy(() -> units.merge(joint, schools, MAY, "合并", Actor.SYSTEM))
                .hasMessageContaining("organization.covers-left");

        var next = branch("follow-next", street);
        units.dissolve(joint, next, JUNE, "换届", Actor.SYSTEM);

        var covers = cast.the(CoverRows.class);
        assertThat(covers.picture(MAY).by()).containsEntry(shop, List.of(joint));
        assertThat(covers.picture(JUNE).by()).containsEntry(shop, List.of(next));
    }

    @Test
    void a_covering_by_a_branch_whose_end_is_planned_goes_on_with_its_successor() {
        var shop = enterprise("planned-shop");
        var joint = branch("planned-joint", street);
        var next = branch("planned-next", street);
        units.dissolve(joint, next, JUNE, "换届", Actor.SYSTEM);

        cover(shop, joint, MAY);

        assertThat(cast.the(CoverRows.class).picture(JUNE).by()).containsEntry(shop, List.of(next));
    }

    @Test
    void a_temporary_branch_stands_on_a_construction_site_or_in_a_workshop_until_its_last_day() {
        var site = set("construction-site", "site", street, null);
        var works = enterprise("works");
        var workshop = set("workshop", "workshop", works, null);
        var onSite = set("site-branch", "site-branch", site, committee);
        var inWorkshop = set("site-branch", "workshop-branch", workshop, branch("works-branch", works));

        units.dissolve(onSite, committee, JUNE, "竣工", Actor.SYSTEM);

        var trees = cast.the(Trees.class);
        assertThat(trees.at(MAY).has(onSite)).isTrue();
        assertThat(listed(site, MAY)).isFalse();
        assertThat(trees.at(JUNE).has(onSite)).isFalse();
        assertThat(listed(site, JUNE)).isTrue();
        assertThat(trees.at(JUNE).path(inWorkshop))
                .containsSubsequence(street.number(), works.number(), workshop.number());
    }

    @Test
    void guests_from_outside_are_not_looked_at() {
        var guest = units.create(
                new NewUnit("外省示例公司", "enterprise", "community", "guest", null, null),
                Cast.LONG_AGO,
                "test",
                Actor.SYSTEM);

        assertThat(listed(guest, MAY)).isFalse();
    }

    @Test
    void the_matrix_counts_schools_that_are_covered() {
        var coverage = structure.rules().coverage();
        var covered = coverage.aspects().stream()
                .filter(it -> it.key().equals("covered"))
                .findFirst()
                .orElseThrow();
        var hospitals = coverage.fields().stream()
                .filter(it -> it.key().equals("hospitals"))
                .findFirst()
                .orElseThrow();
        var hospital = set("hospital", "hospital", street, null);
        set("hospital", "hospital-2", street, null);
        set("hospital-party-organization", "hospital-branch", hospital, committee);

        assertThat(structure.now().of(hospitals, covered)).isEqualTo(new Tally(2, 1));
    }

    @Test
    void the_proof_of_the_night_finds_nothing() {
        assertThat(cast.the(Proof.class).orphans()).isEmpty();
    }
}
