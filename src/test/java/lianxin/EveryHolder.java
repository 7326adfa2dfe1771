package lianxin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lianxin.organization.Actor;
import lianxin.organization.AreaSeed;
import lianxin.organization.OrganizationRules;
import lianxin.organization.PersonId;
import lianxin.organization.Posts;
import lianxin.organization.Role;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.organization.Units;
import lianxin.territory.AreaRow;
import lianxin.territory.Responsibilities;
import lianxin.territory.Surveying;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two communities of one town with a holder of each role of the playbook in each, and somebody without any post. */
final class EveryHolder {

    static final String NO_POST = "no-post";

    /** Added to the sign-in name of whoever holds the role in the other community. */
    static final String ELSEWHERE = "@elsewhere";

    static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final ApplicationContext town;
    private final JdbcTemplate sql;

    EveryHolder(ApplicationContext town) {
        this.town = town;
        this.sql = town.getBean(JdbcTemplate.class);
    }

    void settle() {
        var rules = the(OrganizationRules.class);
        var seeds = List.of(
                new AreaSeed("city", "3304", "嘉兴市", null),
                new AreaSeed("county", "330402", "南湖区", "3304"),
                new AreaSeed("county", "330411", "秀洲区", "3304"),
                new AreaSeed("township", "330402005", "东栅街道", "330402"),
                new AreaSeed("township", "330411001", "新城街道", "330411"),
                new AreaSeed("community", "330402005001", "云海社区", "330402005"),
                new AreaSeed("community", "330411001001", "亚都社区", "330411001"),
                new AreaSeed("grid", "330402005001-1", "第1网格", "330402005001"),
                new AreaSeed("grid", "330411001001-1", "第1网格", "330411001001"),
                new AreaSeed("microgrid", "330402005001-1-1", "第1微网格", "330402005001-1"),
                new AreaSeed("microgrid", "330411001001-1-1", "第1微网格", "330411001001-1"));
        the(Units.class).importUnits(rules.unitsOf(seeds), LONG_AGO, "divisions", Actor.SYSTEM);
        var rows = new ArrayList<AreaRow>();
        seeds.forEach(it -> rows.add(new AreaRow(0, it.level(), it.code(), it.name(), it.parentCode(), null, true)));
        rows.add(new AreaRow(0, "building", "b1", "1幢", "330402005001-1-1", null, true));
        the(Surveying.class).importAreas(rows, LONG_AGO, unit("3304"), Actor.SYSTEM);
        the(Responsibilities.class).assignUnitsOfAreas(LONG_AGO, Actor.SYSTEM);
        for (var community : List.of("330402005001", "330411001001"))
            the(Units.class)
                    .create(
                            new Units.NewUnit(
                                    "云海织造厂", "enterprise", "community", community + "-mill", unit(community), null),
                            LONG_AGO,
                            "list",
                            Actor.SYSTEM);
        for (var role : rules.roles()) {
            seat(role, "330402005001", role.key());
            seat(role, "330411001001", role.key() + ELSEWHERE);
        }
        account(person(), NO_POST);
        sql.update("UPDATE organization.account SET totp_confirmed_at = '2020-01-01'");
    }

    /**
     * The lowest unit above and at the community in which the playbook foresees the role, or at least lets it stand; in a
     * Party body only what cannot stand elsewhere, because a post there opens no case.
     */
    private void seat(Role role, String community, String signIn) {
        var units = Stream.of(
                        community,
                        community + "-community-party-committee",
                        community + "-1-grid-branch",
                        community + "-mill",
                        community.substring(0, 9),
                        community.substring(0, 6))
                .flatMap(it -> the(Units.class).byCode(it).stream())
                .filter(role::standsIn)
                .toList();
        var withCases = units.stream().anyMatch(Unit::holdsCases);
        var unit = units.stream()
                .filter(it -> foreseen(role, it) && (it.holdsCases() || !withCases))
                .findFirst()
                .orElseGet(units::getFirst);
        var person = person();
        var lines = role.ofLines() ? Set.of("urban-management") : Set.<String>of();
        var seat = new Posts.Seat(
                person, unit.id(), role.key(), LONG_AGO, Instant.parse("2100-01-01T00:00:00Z"), lines, "", "旧");
        the(Posts.class).fillAll(List.of(seat), "list", Actor.SYSTEM);
        account(person, signIn);
    }

    private boolean foreseen(Role role, Unit unit) {
        return the(OrganizationRules.class).staffing().stream()
                .filter(it -> it.kind().equals(unit.kind()))
                .filter(it -> it.level() == null || it.level().equals(unit.level()))
                .anyMatch(it -> it.seats().containsKey(role.key()));
    }

    PersonId person() {
        return the(Posts.class).register(List.of("钱小满"), true, Actor.SYSTEM).getFirst();
    }

    private void account(PersonId person, String signIn) {
        sql.update(
                "INSERT INTO organization.account (sign_in, person, password_hash) VALUES (?, ?, '{noop}x')",
                signIn,
                person.number());
    }

    UnitId unit(String code) {
        return the(Units.class).byCode(code).map(Unit::id).orElseThrow();
    }

    private <T> T the(Class<T> type) {
        return town.getBean(type);
    }
}
