package lianxin.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lianxin.imports.Given.State;
import lianxin.organization.Accounts;
import lianxin.organization.Actor;
import lianxin.organization.AreaSeed;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Posts;
import lianxin.organization.Units;
import lianxin.platform.Messages;
import lianxin.sheets.Column;
import lianxin.sheets.Line;
import lianxin.sheets.Paper;
import lianxin.sheets.SheetFile;
import lianxin.sheets.Table;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Somebody gives lists on the pages, and takes tables away. */
@SpringBootTest
@AutoConfigureMockMvc
class ImportsPagesTests {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final String HEAD = "单位代码,单位名称,单位类型,层级,上级单位代码\n";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Units units;

    @Autowired
    OrganizationRules rules;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    @Autowired
    Imports imports;

    @Autowired
    Working working;

    @Autowired
    Books books;

    @Autowired
    Clock clock;

    @TempDir
    Path desk;

    @BeforeEach
    void settle() {
        if (units.byCode("3304").isPresent()) return;
        var seeds = List.of(
                new AreaSeed("city", "3304", "嘉兴市", null),
                new AreaSeed("county", "330402", "南湖区", "3304"),
                new AreaSeed("township", "330402005", "东栅街道", "330402"),
                new AreaSeed("community", "330402005001", "云海社区", "330402005"));
        units.importUnits(rules.unitsOf(seeds), LONG_AGO, "divisions", Actor.SYSTEM);
        var person = posts.register(List.of("沈予安"), true, Actor.SYSTEM).getFirst();
        accounts.open(person, "shen-lists", "long enough 1", Actor.SYSTEM);
        var city = units.byCode("3304").orElseThrow().id();
        posts.fill(new Posts.Seat(person, city, "organizer", LONG_AGO, null), "term", Actor.SYSTEM);
    }

    private String given(String name, byte[] bytes) {
        var answer = browser.post()
                .uri("/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", bytes))
                .param("subject", "units")
                .param("reason", "测试")
                .with(csrf())
                .with(user("shen-lists"))
                .exchange()
                .getResponse();
        return answer.getRedirectedUrl();
    }

    private String settled(String page, State state) {
        var id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        await().atMost(Duration.ofSeconds(20)).until(() -> books.find(id).state() == state);
        return page(page);
    }

    private String page(String address) {
        try {
            return answer(address).getContentAsString(UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MockHttpServletResponse answer(String address) {
        return browser.get().uri(address).with(user("shen-lists")).exchange().getResponse();
    }

    private void step(String page, String step) {
        browser.post()
                .uri(page + "/" + step)
                .with(csrf())
                .with(user("shen-lists"))
                .exchange();
    }

    @Test
    void a_list_is_looked_at_done_and_taken_back_on_its_page() {
        var list = HEAD + "L1,东栅便民站,部门,镇（街道）,330402005\nL2,无处站,部门,镇（街道）,9\n";
        var page = given("新设单位.csv", list.getBytes(UTF_8));
        assertThat(settled(page, State.CHECKED))
                .contains("将新增 1 行", "退回 1 行", "现在什么也没有写入", "东栅便民站", "办理 1 行")
                .doesNotContain("style=", "onclick=");
        assertThat(page(page + "?lines=refused")).contains("既不在册，也不在这份名单里");
        assertThat(units.byCode("L1")).isEmpty();
        step(page, "run");
        assertThat(settled(page, State.DONE)).contains("已新增 1 行", "整批撤回", "退回的行（Excel）");
        assertThat(units.byCode("L1")).isPresent();
        assertThat(page("/imports")).contains("新设单位.csv", "沈予安", "已办理");
        assertThat(settled(given("再来.csv", (HEAD + "L1,东栅便民站,部门,镇（街道）,330402005\n").getBytes(UTF_8)), State.CHECKED))
                .contains("不会改动任何东西");
        step(page, "back");
        assertThat(settled(page, State.TAKEN_BACK)).contains("不再在册");
        assertThat(units.byCode("L1")).isEmpty();
    }

    @Test
    void lines_that_were_refused_come_back_with_the_reason_in_the_last_column() throws IOException {
        var page = given("坏行.csv", (HEAD + "Q1,=HYPERLINK(1),部门,镇（街道）,9\n").getBytes(UTF_8));
        settled(page, State.CHECKED);
        var lines = read(
                answer(page + "/refused/xlsx").getContentAsByteArray(),
                "imports.units.code",
                "imports.units.name",
                "imports.why");
        assertThat(lines).singleElement().satisfies(it -> {
            assertThat(it.cells().subList(0, 2)).containsExactly("Q1", "=HYPERLINK(1)");
            assertThat(it.cells().get(2)).contains("“9”既不在册");
        });
    }

    private List<Line> read(byte[] bytes, String... columns) throws IOException {
        var file = Files.write(desk.resolve("table.xlsx"), bytes);
        var messages = new Messages() {
            @Override
            public String text(Locale language, String key, Object... details) {
                return key.endsWith(".also") && !has(key) ? "" : super.text(language, key, details);
            }
        };
        var asked = new ArrayList<Column>();
        for (var it : columns) asked.add(Column.of(messages, it, Column.Kind.TEXT, true, ""));
        var lines = new ArrayList<Line>();
        SheetFile.read(file, asked, lines::add);
        return lines;
    }

    @Test
    void what_cannot_be_read_says_so_and_what_is_missing_is_asked_for() {
        var page = given("旧.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
        assertThat(settled(page, State.UNREADABLE)).contains("旧格式的 .xls", "重新上传");
        var answer = browser.post()
                .uri("/imports")
                .multipart()
                .param("subject", "units")
                .with(csrf())
                .with(user("shen-lists"))
                .exchange()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
    }

    @Test
    void samples_can_be_given_back_as_they_are() throws IOException {
        for (var subject : List.of("units", "posts", "areas", "places")) {
            assertThat(answer("/imports/samples/" + subject + "/csv").getStatus())
                    .isEqualTo(200);
            assertThat(page("/imports/new?subject=" + subject)).contains("/imports/samples/" + subject + "/xlsx");
        }
        var sample = answer("/imports/samples/units/xlsx").getContentAsByteArray();
        assertThat(read(sample, "imports.units.code", "imports.units.kind")).hasSize(2);
    }

    @Test
    void a_table_that_is_taken_away_says_on_its_second_sheet_what_was_chosen_when_and_by_whom() throws IOException {
        var answer = answer("/units/xlsx?q=云海&on=2026-01-31");
        assertThat(answer.getHeader("Content-Disposition")).contains(".xlsx").contains("attachment");
        var file = Files.write(desk.resolve("units.xlsx"), answer.getContentAsByteArray());
        try (var book = new ReadableWorkbook(file.toFile())) {
            var second = book.getSheets().toList().get(1).read().stream()
                    .map(it -> it.getCellText(0) + "=" + it.getCellText(1))
                    .toList();
            assertThat(second).contains("数据时点=2026-01-31 24:00", "导出人=沈予安").anyMatch(it -> it.endsWith("=云海"));
            assertThat(second).anyMatch(it -> it.startsWith("单位和职务=嘉兴市人民政府"));
        }
        assertThat(read(answer.getContentAsByteArray(), "imports.units.code", "imports.units.name"))
                .hasSize(2);
        assertThat(page("/units")).contains("/units/xlsx?");
    }

    @Test
    void the_tables_of_a_page_without_a_list_of_its_own_are_taken_away_as_they_stand_on_it() throws IOException {
        var answer = answer("/structure/fields?tables=xlsx&on=2026-01-31");
        assertThat(answer.getHeader("Content-Disposition")).contains("attachment", ".xlsx");
        var file = Files.write(desk.resolve("fields.xlsx"), answer.getContentAsByteArray());
        try (var book = new ReadableWorkbook(file.toFile())) {
            var sheets = book.getSheets().toList();
            assertThat(sheets.getFirst().read()).hasSizeGreaterThan(10);
            assertThat(sheets.getLast().read().stream().map(it -> it.getCellText(0) + "=" + it.getCellText(1)))
                    .contains("数据时点=2026-01-31 24:00", "导出人=沈予安");
        }
    }

    /** Account C-01: so many in each of five categories, with shares that add up. */
    @Test
    void thirty_two_thousand_organizations_are_taken_in_and_counted_by_category() throws IOException {
        var kinds = new LinkedHashMap<String, Integer>();
        kinds.put("企业党组织", 10_335);
        kinds.put("机关事业单位党组织", 10_460);
        kinds.put("社会组织党组织", 1_014);
        kinds.put("村（社区）党支部", 9_442 - 1);
        kinds.put("其他党组织", 786 - 1);
        var rows = new ArrayList<List<String>>();
        kinds.forEach((kind, count) -> {
            for (int i = 1; i <= count; i++)
                rows.add(List.of(
                        "C" + rows.size(), kind + i, kind, "村（社区）", "330402005", "330402005-party-working-committee"));
        });
        var columns = List.of("代码", "名称", "类型", "层级", "上级单位代码", "上级党组织代码");
        var file = Files.write(desk.resolve("c01.xlsx"), Paper.excel(List.of(new Table("名单", columns, rows))));
        long begun = System.nanoTime();
        var done = imports.takeIn("units", file, "c01.xlsx", clock.instant(), "年度统计", Actor.SYSTEM);
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        assertThat(done.counts().created()).isEqualTo(32_035);
        System.out.println("C-01 taken in within " + seconds + " s");
        assertThat(seconds).isLessThan(60);
        assertThat(page("/units/categories"))
                .contains("32,037", "10,335", "10,460", "1,014", "9,442", "786")
                .contains("32.26 %", "32.65 %", "3.17 %", "29.47 %", "2.45 %", "100.00 %");
        var before = LocalDate.ofInstant(clock.instant(), clock.getZone()).minusDays(1);
        assertThat(page("/units/categories?on=" + before)).contains("共 2 个");
        imports.startTakingBack(done.id(), Actor.SYSTEM);
        working.work(done.id());
        assertThat(books.find(done.id()).state()).isEqualTo(State.TAKEN_BACK);
    }
}
