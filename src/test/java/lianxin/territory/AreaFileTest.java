package lianxin.territory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AreaFileTest {
    private static final String HEAD = "level,code,name,parent_code\n";

    @Test
    void the_list_of_Jiaxing_is_read_whole_without_the_province_above_it() {
        var reading = AreaFile.read(Jiaxing.resource("/divisions/jiaxing.csv"), Jiaxing.TOWN);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.rows()).hasSize(1282);
        assertThat(reading.rows().getFirst()).isEqualTo(new AreaRow(3, "city", "3304", "嘉兴市", null, null, false));
        assertThat(AreaChecks.check(reading.rows(), Map.of(), Jiaxing.TOWN).errors())
                .isEmpty();
    }

    @Test
    void villages_are_called_by_their_ground_and_not_by_their_committee() {
        assertThat(names("5,330402007024,百福弄社区居委会,330402007\n5,330402100200,曹家村委会,330402100\n"))
                .containsExactly("百福弄社区", "曹家村");
    }

    @Test
    void blanks_of_both_widths_quotes_and_an_office_encoding_do_no_harm() {
        var line = HEAD + "4, 330402013 ,\"　东栅街道　\",330402\r\n";
        for (var bytes : List.of(
                line.getBytes(UTF_8), ("\uFEFF" + line).getBytes(UTF_8), line.getBytes(Charset.forName("GB18030")))) {
            assertThat(AreaFile.read(bytes, Jiaxing.TOWN).rows())
                    .containsExactly(new AreaRow(2, "township", "330402013", "东栅街道", "330402", null, false));
        }
    }

    @Test
    void codes_stay_text() {
        assertThat(read("4,0304,东栅街道,03\n").rows().getFirst().code()).isEqualTo("0304");
    }

    @Test
    void a_list_of_buildings_may_bring_their_points() {
        var text = "level,code,name,parent_code,lon,lat\nbuilding,b1,1幢,m1,120.75,30.75\nbuilding,b2,2幢,m1,x,y\n";
        var reading = AreaFile.read(text.getBytes(UTF_8), Jiaxing.TOWN);
        assertThat(reading.rows().getFirst().spot()).isEqualTo(new Spot(120.75, 30.75, false));
        assertThat(reading.errors())
                .extracting(LineError::line, LineError::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3, "territory.import.point"));
    }

    @Test
    void each_wrong_line_is_named_with_its_number() {
        var reading = read("2,3304,嘉兴市,\n3,330402,,3304\n3,,秀洲区,3304\n9,1,某处,3304\n");
        assertThat(reading.errors()).extracting(LineError::line).containsExactly(3, 4, 5);
        assertThat(reading.errors())
                .extracting(LineError::key)
                .containsExactly("territory.import.no-name", "territory.import.no-code", "territory.import.level");
    }

    @Test
    void a_list_that_does_not_fit_together_is_refused_line_by_line() {
        var rows = read("2,3304,嘉兴市,\n3,330402,南湖区,3304\n3,330402,南湖区,3304\n4,330402013,东栅街道,330499\n"
                        + "3,330411,秀洲区,330402013\n4,330411001,新城街道,\n")
                .rows();
        assertThat(AreaChecks.check(rows, Map.of(), Jiaxing.TOWN).errors())
                .extracting(it -> it.line() + " " + it.key())
                .containsExactly(
                        "4 territory.import.duplicate",
                        "5 territory.import.unknown-parent",
                        "6 territory.import.parent-level",
                        "7 territory.import.no-parent");
    }

    @Test
    void a_file_without_the_columns_or_in_no_known_encoding_says_so() {
        assertThat(AreaFile.read("code,name\n1,x\n".getBytes(UTF_8), Jiaxing.TOWN)
                        .errors())
                .extracting(LineError::key)
                .containsOnly("territory.import.column");
        assertThat(AreaFile.read(new byte[] {(byte) 0x81, (byte) 0xFF, (byte) 0xFF, 0x20}, Jiaxing.TOWN)
                        .errors())
                .extracting(LineError::key)
                .containsExactly("territory.import.encoding");
    }

    private static AreaFile.Reading read(String lines) {
        return AreaFile.read((HEAD + lines).getBytes(UTF_8), Jiaxing.TOWN);
    }

    private static List<String> names(String lines) {
        return read(lines).rows().stream().map(AreaRow::name).toList();
    }
}
