package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.util.List;
import lianxin.organization.ImportRefused.LineError;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ImportTests {

    @AutoClose
    final Cast cast = new Cast();

    @Test
    void a_list_in_gb18030_with_full_width_blanks_and_quotes_is_read_like_one_in_utf8() {
        var text = "level,code,name,parent_code\r\n1,33,\"浙江省\",\r\n2,3304,　嘉兴市 ,33\r\n";
        var expected = List.of(new AreaSeed("province", "33", "浙江省", null), new AreaSeed("city", "3304", "嘉兴市", "33"));

        assertThat(Divisions.parse(text.getBytes(Charset.forName("GB18030")))).isEqualTo(expected);
        assertThat(Divisions.parse(Cast.csv("\uFEFF" + text))).isEqualTo(expected);
    }

    @Test
    void every_wrong_line_is_named_and_nothing_is_taken() {
        var list = Cast.csv(
                "level,code,name,parent_code",
                "2,3304,嘉兴市,",
                "3,330402,南湖区,3304",
                "3,330402,南湖区,3304",
                "4,330402005,东栅街道,330499",
                "5,330402005001,云海社区,3304",
                "9,x,y,z",
                "3,330411,,3304");

        assertThatThrownBy(() -> Divisions.parse(list))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        it -> assertThat(it.errors())
                                .extracting(LineError::line, LineError::key)
                                .containsExactlyInAnyOrder(
                                        tuple(7, "organization.import.level"),
                                        tuple(8, "organization.import.no-name"),
                                        tuple(4, "organization.import.code-twice"),
                                        tuple(5, "organization.import.no-parent"),
                                        tuple(6, "organization.import.parent-level")));
    }

    @Test
    void units_that_stand_under_each_other_in_a_circle_are_refused() {
        assertThatThrownBy(() -> cast.units()
                        .importUnits(
                                List.of(
                                        seed("1", "嘉兴市人民政府", "government", "city", null),
                                        seed("2", "南湖区人民政府", "government", "county", "3"),
                                        seed("3", "秀洲区人民政府", "government", "county", "2")),
                                Cast.LONG_AGO,
                                "list",
                                Actor.SYSTEM))
                .isInstanceOf(ImportRefused.class);
        assertThat(cast.now().size()).isZero();
    }

    @Test
    void a_list_may_stand_under_units_that_live_but_not_take_their_codes() {
        cast.settled();
        var before = cast.now().size();
        assertThatThrownBy(() -> cast.units()
                        .importUnits(
                                List.of(seed("330402005", "又一个", "subdistrict-office", "township", "330402")),
                                Cast.LONG_AGO,
                                "list",
                                Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        it -> assertThat(it.errors().getFirst())
                                .isEqualTo(new LineError(1, "organization.import.code-lives", "330402005")));

        cast.units()
                .importUnits(
                        List.of(seed("330402006", "城南街道\\办事处\t", "subdistrict-office", "township", "330402")),
                        Cast.LONG_AGO,
                        "list",
                        Actor.SYSTEM);
        assertThat(cast.now().size()).isEqualTo(before + 1);
        assertThat(cast.now().byCode("330402006").orElseThrow().name()).isEqualTo("城南街道\\办事处\t");
    }

    @Test
    void units_stand_beside_their_areas_by_the_rules_of_the_playbook() {
        cast.settled();
        var tree = cast.now();
        assertThat(tree.children(cast.unit("330402")).stream().map(Unit::name))
                .contains("东栅街道办事处", "凤桥镇人民政府", "南湖区综合行政执法局", "嘉兴市生态环境局南湖分局");
        assertThat(tree.byCode("330402005001").orElseThrow().kind()).isEqualTo("residents-committee");
        assertThat(tree.unitsOnPath(cast.unit("330402005001-1-1-hub-household")).stream()
                        .map(Unit::name))
                .containsExactly("嘉兴市人民政府", "南湖区人民政府", "东栅街道办事处", "云海社区居民委员会", "云海社区第1网格第1微网格党员中心户");
    }

    private static UnitSeed seed(String code, String name, String kind, String level, String home) {
        return new UnitSeed(code, name, kind, level, home, null);
    }
}
