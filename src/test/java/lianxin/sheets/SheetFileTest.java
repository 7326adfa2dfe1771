package lianxin.sheets;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import lianxin.platform.Messages;
import lianxin.platform.RuleBroken;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as offices really send them. */
class SheetFileTest {

    private static final List<Column> POSTS = columns();

    @TempDir
    Path desk;

    private static List<Column> columns() {
        var messages = new Messages();
        return List.of(
                Column.of(messages, "imports.units.code", Column.Kind.CODE, true, ""),
                Column.of(messages, "imports.units.name", Column.Kind.TEXT, true, ""),
                Column.of(messages, "imports.areas.lon", Column.Kind.NUMBER, false, ""),
                Column.of(messages, "imports.posts.from", Column.Kind.DAY, false, ""));
    }

    private List<Line> read(byte[] bytes) throws IOException {
        var file = Files.write(desk.resolve("list"), bytes);
        var lines = new ArrayList<Line>();
        SheetFile.read(file, POSTS, lines::add);
        return lines;
    }

    private List<Line> read(String text, Charset charset) throws IOException {
        return read(text.getBytes(charset));
    }

    @Test
    void utf_8_with_and_without_its_mark_and_gbk_say_the_same() throws IOException {
        var text = "单位代码,单位名称\n430121,㮾梨街道办事处\n";
        var plain = read(text, UTF_8);
        assertThat(plain).singleElement().satisfies(it -> assertThat(it.cells()).startsWith("430121", "㮾梨街道办事处"));
        assertThat(read("\uFEFF" + text, UTF_8)).isEqualTo(plain);
        assertThat(read(text, Charset.forName("GB18030"))).isEqualTo(plain);
        assertThat(read(text.replace('㮾', '梨'), Charset.forName("GBK"))
                        .getFirst()
                        .cells()
                        .get(1))
                .isEqualTo("梨梨街道办事处");
    }

    @Test
    void what_is_neither_utf_8_nor_gb18030_is_never_guessed() {
        assertThatThrownBy(() -> read(new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'}))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("sheets.encoding"));
        assertThatThrownBy(() -> read("单位代码,单位名称\n", UTF_16LE))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.key()).isEqualTo("sheets.no-table"));
    }

    @Test
    void full_width_digits_and_blanks_of_every_width_become_plain_where_they_are_no_words() throws IOException {
        var lines = read("　单位代码　,单位名称 ,经度,任职日期\n　３３０４ ０２ ,　云海　社区 ,１２０．７５,２０２６年５月１日\n", UTF_8);
        assertThat(lines.getFirst().cells()).containsExactly("330402", "云海　社区", "120.75", "2026-05-01");
    }

    @Test
    void the_head_is_found_below_titles_and_empty_lines_and_by_what_else_people_call_it() throws IOException {
        var lines = read("某街道组织一览表,,\n,,\n填报日期：5月,,\n序号,编码*,名称（全称）\n1,S1,一社\n,,\n2,S2,二社\n", UTF_8);
        assertThat(lines).extracting(Line::number).containsExactly(5, 7);
        assertThat(lines).extracting(it -> it.cells().get(1)).containsExactly("一社", "二社");
    }

    @Test
    void a_head_of_two_lines_whose_upper_cells_are_merged_is_one_head() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Test", "1.0")) {
            var sheet = book.newWorksheet("表");
            sheet.value(0, 0, "单位代码");
            sheet.range(0, 0, 1, 0).merge();
            sheet.value(0, 1, "基本情况");
            sheet.range(0, 1, 0, 2).merge();
            sheet.value(1, 1, "单位名称");
            sheet.value(1, 2, "任职日期");
            sheet.value(2, 0, 330402005001L);
            sheet.value(2, 1, "云海社区");
            sheet.value(2, 2, LocalDate.of(2026, 5, 1));
            sheet.style(2, 2).format("yyyy/m/d").set();
        }
        assertThat(read(bytes.toByteArray()))
                .singleElement()
                .satisfies(it -> assertThat(it.cells()).containsExactly("330402005001", "云海社区", "", "2026-05-01"));
    }

    @Test
    void a_head_of_three_lines_is_one_head_too() throws IOException {
        var lines = read("单位代码,基本情况,,\n,名称信息,隶属,\n,单位名称,备注,任职日期\nS1,一社,,2026-05-01\nS2,二社,,\n", UTF_8);
        assertThat(lines).extracting(Line::number).containsExactly(4, 5);
        assertThat(lines.getFirst().cells()).containsExactly("S1", "一社", "", "2026-05-01");
    }

    private static void sheet(Workbook book, String name, String... lines) {
        var sheet = book.newWorksheet(name);
        for (int row = 0; row < lines.length; row++) {
            var cells = lines[row].split(",");
            for (int i = 0; i < cells.length; i++) sheet.value(row, i, cells[i]);
        }
    }

    @Test
    void behind_a_cover_the_sheet_with_the_table_is_read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Test", "1.0")) {
            sheet(book, "封面", "某街道单位名单", "填报人,示例姓名");
            sheet(book, "名单", "单位代码,单位名称", "S1,一社");
        }
        assertThat(read(bytes.toByteArray()))
                .singleElement()
                .satisfies(it -> assertThat(it.cells()).startsWith("S1", "一社"));
    }

    @Test
    void of_two_sheets_with_tables_none_is_left_out_in_silence() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Test", "1.0")) {
            sheet(book, "东栅", "单位代码,单位名称", "S1,一社");
            sheet(book, "建设", "单位代码,单位名称", "S2,二社");
        }
        assertThatThrownBy(() -> read(bytes.toByteArray())).isInstanceOfSatisfying(RuleBroken.class, it -> {
            assertThat(it.key()).isEqualTo("sheets.several");
            assertThat(it.details()).containsExactly("东栅、建设");
        });
    }

    @Test
    void what_a_formula_could_not_work_out_is_refused_and_never_a_name() throws IOException {
        var lines = read("单位代码,单位名称\nS1,#N/A\nS2,#DIV/0!\nS3,#1社\n", UTF_8);
        assertThat(lines.get(0).complaints()).extracting(Complaint::key).containsExactly("sheets.formula-error");
        assertThat(lines.get(1).complaints()).extracting(Complaint::key).containsExactly("sheets.formula-error");
        assertThat(lines.get(2).complaints()).isEmpty();
    }

    @Test
    void signs_that_keep_a_code_text_are_no_part_of_it() throws IOException {
        var lines = read("单位代码,单位名称\n=\"330402\",一社\n'330402005,二社\n", UTF_8);
        assertThat(lines).extracting(it -> it.cells().getFirst()).containsExactly("330402", "330402005");
    }

    @Test
    void unicode_text_as_a_spreadsheet_saves_it_is_read() throws IOException {
        for (var charset : List.of(UTF_16LE, UTF_16BE))
            assertThat(read("\uFEFF单位代码\t单位名称\r\nS1\t㮾梨社\r\n", charset))
                    .singleElement()
                    .satisfies(it -> assertThat(it.cells()).startsWith("S1", "㮾梨社"));
    }

    @Test
    void a_code_that_a_spreadsheet_has_shortened_is_refused_and_never_guessed() throws IOException {
        var line = read("单位代码,单位名称,任职日期\n3.30402E+11,云海社区,昨天\n", UTF_8).getFirst();
        assertThat(line.complaints()).extracting(Complaint::key).containsExactly("sheets.code-shortened", "sheets.day");
    }

    @Test
    void files_that_are_no_tables_get_a_sentence() {
        for (var each : Arrays.asList(
                new Bad(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "sheets.old-excel"),
                new Bad(new byte[] {'P', 'K', 3, 4, 9, 9, 9}, "sheets.broken-excel"),
                new Bad(new byte[0], "sheets.no-table"),
                new Bad("只有,字\n一,二\n".getBytes(UTF_8), "sheets.no-head"),
                new Bad("单位代码,别的\n一,二\n".getBytes(UTF_8), "sheets.no-column")))
            assertThatThrownBy(() -> read(each.bytes))
                    .isInstanceOfSatisfying(
                            RuleBroken.class, it -> assertThat(it.key()).isEqualTo(each.key));
    }

    private record Bad(byte[] bytes, String key) {}

    @Test
    void quotes_commas_and_line_breaks_within_quotes_belong_to_the_cell() throws IOException {
        var line = read("单位代码,单位名称\n\"S,1\",\"一\"\"号\"\"\n社\"\n", UTF_8).getFirst();
        assertThat(line.cells()).startsWith("S,1", "一\"号\"\n社");
    }

    @Test
    void nothing_that_is_written_is_a_formula() throws IOException {
        var table = new Table(
                "单位", List.of("名称", "数"), List.of(List.of("=1+1", 3), List.of("@SUM(A1)", -2), List.of("+86", 0)));
        var sheet = new StringBuilder();
        var file = Files.write(desk.resolve("table.xlsx"), Paper.excel(List.of(table)));
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry("xl/worksheets/sheet1.xml");
            sheet.append(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
        }
        assertThat(sheet).contains("<sheetData>").doesNotContain("<f>").contains("<v>-2</v>");
        assertThat(new String(Paper.csv(table), UTF_8))
                .contains("\"'=1+1\"")
                .contains("\"-2\"")
                .contains("\"'+86\"");
    }
}
