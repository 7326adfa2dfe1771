package lianxin.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageTableTest {

    @Test
    void numbers_become_numbers_and_codes_stay_what_they_are() {
        var table = only("""
                <table><thead><tr><th>街道</th><th>代码</th><th>社区</th><th>办结率</th></tr></thead>
                <tbody><tr><th>新嘉街道</th><td>330402001</td><td>1,282</td><td>97.90 %</td></tr></tbody></table>""");
        assertThat(table.columns()).containsExactly("街道", "代码", "社区", "办结率");
        assertThat(rows(table)).containsExactly(List.of("新嘉街道", "330402001", new BigDecimal("1282"), "97.90 %"));
    }

    @Test
    void what_can_only_be_pressed_stays_on_the_page_with_its_column() {
        var table = only("""
                <table><thead><tr><th>成员</th><th></th></tr></thead><tbody>
                <tr><td>市场监管所 <span class="phone">单位</span></td><td><form><button>退出</button></form></td></tr>
                </tbody></table>""");
        assertThat(table.columns()).containsExactly("成员");
        assertThat(rows(table)).containsExactly(List.of("市场监管所"));
    }

    @Test
    void a_table_is_called_what_stands_above_it_and_cells_over_two_columns_keep_their_place() {
        var tables = tables("""
                <h2 id="duties">职责清单</h2><div class="scroll" aria-labelledby="duties"><table>
                <thead><tr><th>事项</th><th>单位</th><th>年</th></tr></thead>
                <tbody><tr><td colspan="2">共同巡查</td><td>2026</td></tr></tbody></table></div>
                <section aria-label="会议"><table><tr><th>日期</th></tr><tr><td>3月2日</td></tr></table></section>
                <table><thead><tr><th>空表</th></tr></thead></table>""");
        assertThat(tables).extracting(Table::title).containsExactly("职责清单", "会议");
        assertThat(rows(tables.getFirst())).containsExactly(List.of("共同巡查", new BigDecimal("2026")));
    }

    @Test
    void tables_that_the_page_folds_by_kind_are_one_list_with_the_kind_in_front() {
        var table = only("""
                <section><h2>直接下级</h2><div data-sheet="类型">
                <details><table><caption>网格党支部</caption><thead><tr><th>单位</th></tr></thead>
                <tbody><tr><td>第1网格党支部</td></tr><tr><td>第2网格党支部</td></tr></tbody></table></details>
                <details><table><caption>学校</caption><thead><tr><th>单位</th></tr></thead>
                <tbody><tr><td>示例小学</td></tr></tbody></table></details></div></section>""");
        assertThat(table.title()).isEqualTo("直接下级");
        assertThat(table.columns()).containsExactly("类型", "单位");
        assertThat(rows(table))
                .containsExactly(List.of("网格党支部", "第1网格党支部"), List.of("网格党支部", "第2网格党支部"), List.of("学校", "示例小学"));
    }

    private static Table only(String page) {
        return tables(page).getFirst();
    }

    private static List<Table> tables(String page) {
        return PageTable.all(Jsoup.parse("<main><h1>东栅街道大工委</h1>" + page + "</main>"), "东栅街道大工委");
    }

    private static List<Object> rows(Table table) {
        var rows = new ArrayList<Object>();
        table.rows().forEach(rows::add);
        return rows;
    }
}
