package lianxin.evaluation;

import static lianxin.evaluation.Drafts.counting;
import static lianxin.evaluation.Drafts.published;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures and formulas as published: they must come out to the cent. */
class GoldenValuesTest {

    @ParameterizedTest
    @CsvSource({
        "911, 972, 93.72",
        "737, 972, 75.82",
        "125634, 128327, 97.90",
        "1, 3, 33.33",
        "2, 3, 66.67",
        "1, 800, 0.13"
    })
    void published_rates_come_out_to_the_cent(String done, String due, String rate) {
        var scheme = counting("done", "due").rate("rate", "done", "due").scheme();
        assertThat(rate(scheme, "rate", published("done", done, "due", due))).isEqualTo(rate);
    }

    @Test
    void mostly_satisfied_counts_nine_tenths() {
        var scheme = counting("validCallback")
                .countingRatings("verySatisfied", "satisfied", "mostlySatisfied")
                .rate("satisfactionRate", "verySatisfied + satisfied + 0.9 * mostlySatisfied", "validCallback")
                .scheme();
        var eighty = published("verySatisfied", 30, "satisfied", 30, "mostlySatisfied", 12, "validCallback", 80);
        assertThat(rate(scheme, "satisfactionRate", eighty)).isEqualTo("88.50");
    }

    @Test
    void the_overall_rate_of_a_county_prints_as_98_without_decimals() {
        var rate = Value.of(125_634).times(Value.of(100)).over(Value.of(128_327));
        assertThat(rate.shown(2)).isEqualTo("97.90");
        assertThat(rate.shown(0)).isEqualTo("98");
    }

    @Test
    void halves_are_rounded_up() {
        assertThat(new Value(new java.math.BigDecimal("0.125")).shown(2)).isEqualTo("0.13");
        assertThat(new Value(new java.math.BigDecimal("88.445")).shown(2)).isEqualTo("88.45");
    }

    @Test
    void three_rates_weigh_one_five_and_four_tenths() {
        var scheme = rates("response", "solved", "satisfaction")
                .worth("10", "response")
                .worth("50", "solved")
                .worth("40", "satisfaction")
                .scheme();
        // 0.1 × 93.72428 + 0.5 × 75.82304 + 0.4 × 88.5 = 9.37 + 37.91 + 35.40
        var tally = tally("response", 911, 972, "solved", 737, 972, "satisfaction", 885, 1000);
        assertThat(total(scheme, tally)).isEqualTo("82.68");
    }

    @Test
    void a_department_is_weighed_by_volume_closing_time_and_rework() {
        var scheme = rates("closeRate", "inTimeHandleRate", "reworkRate", "volume")
                .worth("10", "volume", "volume / 100", DEPARTMENT_VOLUME)
                .worth("30", "closeRate")
                .worth("30", "inTimeHandleRate")
                .worth("30", "reworkRate", "100 - reworkRate", Curve.linear(0, 100))
                .scheme();
        var tally = tally("closeRate", 95, 100, "inTimeHandleRate", 90, 100, "reworkRate", 5, 100, "volume", 300, 1);
        assertThat(total(scheme, tally)).isEqualTo("90.00"); // 6.00 + 28.50 + 27.00 + 28.50
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "50, 1", "51, 0.9", "100, 0.9", "101, 0.75", "201, 0.6", "501, 0.4", "1000, 0.4", "1001, 0"})
    void the_volume_of_a_department_falls_into_bands(long filed, String share) {
        assertThat(DEPARTMENT_VOLUME.share(java.math.BigDecimal.valueOf(filed))).isEqualByComparingTo(share);
        assertThat(DEPARTMENT_VOLUME.quick().share(filed)).isEqualTo(Double.parseDouble(share));
    }

    @Test
    void a_patrol_is_weighed_by_valid_reports_misses_and_time() {
        var scheme = rates("validReportRate", "missRate", "inTimeVerifyRate", "inTimeCheckRate")
                .worth("40", "validReportRate")
                .worth("20", "missRate", "100 - missRate", Curve.linear(0, 100))
                .worth("20", "inTimeVerifyRate")
                .worth("20", "inTimeCheckRate")
                .scheme();
        var tally = tally(
                "validReportRate",
                96,
                100,
                "missRate",
                4,
                100,
                "inTimeVerifyRate",
                98,
                100,
                "inTimeCheckRate",
                97,
                100);
        assertThat(total(scheme, tally)).isEqualTo("96.60"); // 38.40 + 19.20 + 19.60 + 19.40
    }

    @Test
    void an_acceptor_is_weighed_by_volume_and_sending_in_time() {
        var bands = new Curve(
                Curve.Shape.BANDS,
                List.of(
                        Curve.point(0, "0"),
                        Curve.point(101, "0.4"),
                        Curve.point(301, "0.6"),
                        Curve.point(501, "0.75"),
                        Curve.point(1201, "0.9"),
                        Curve.point(2001, "1")));
        var scheme = rates("volume", "verifyDispatchInTime", "checkDispatchInTime")
                .worth("25", "volume", "volume / 100", bands)
                .worth("40", "verifyDispatchInTime")
                .worth("35", "checkDispatchInTime")
                .scheme();
        var tally = tally("volume", 1_201, 1, "verifyDispatchInTime", 99, 100, "checkDispatchInTime", 98, 100);
        assertThat(total(scheme, tally)).isEqualTo("96.40"); // 22.50 + 39.60 + 34.30
    }

    @Test
    void a_shift_leader_is_weighed_by_filing_and_closing() {
        var scheme = rates("inTimeFileRate", "cancelRate", "inTimeCloseRate")
                .worth("25", "inTimeFileRate")
                .worth("40", "cancelRate", "100 - cancelRate", Curve.linear(0, 100))
                .worth("35", "inTimeCloseRate")
                .scheme();
        var tally = tally("inTimeFileRate", 90, 100, "cancelRate", 2, 100, "inTimeCloseRate", 80, 100);
        assertThat(total(scheme, tally)).isEqualTo("89.70"); // 22.50 + 39.20 + 28.00
    }

    @Test
    void the_vital_signs_of_a_district_take_what_is_late_from_the_hundred() {
        var scheme = rates("handleRate", "inTimeHandleRate", "reworkRate", "overdueToHandleRate", "postponeRate")
                .worth("30", "handleRate")
                .worth("20", "inTimeHandleRate")
                .worth("20", "reworkRate", "100 - reworkRate", Curve.linear(0, 100))
                .worth("20", "overdueToHandleRate", "100 - overdueToHandleRate", Curve.linear(0, 100))
                .worth("10", "postponeRate", "100 - postponeRate", Curve.linear(0, 100))
                .scheme();
        var tally = tally(
                "handleRate",
                98,
                100,
                "inTimeHandleRate",
                92,
                100,
                "reworkRate",
                3,
                100,
                "overdueToHandleRate",
                2,
                100,
                "postponeRate",
                5,
                100);
        assertThat(total(scheme, tally)).isEqualTo("96.30"); // 29.40 + 18.40 + 19.40 + 19.60 + 9.50
    }

    @ParameterizedTest
    @CsvSource({"100, 20.00", "93.72, 16.86", "80, 10.00", "60, 0.00", "12, 0.00"})
    void points_rise_in_a_line_from_sixty_to_a_hundred(String rate, String points) {
        var scheme = rates("closeRate")
                .worth("20", "closeRate", "closeRate", Curve.linear(60, 100))
                .scheme();
        var earned =
                score(scheme, tally("closeRate", rate, 100)).points("closeRate").earned();
        assertThat(earned.shown(2)).isEqualTo(points);
    }

    private static final Curve DEPARTMENT_VOLUME = new Curve(
            Curve.Shape.BANDS,
            List.of(
                    Curve.point(0, "1"),
                    Curve.point(51, "0.9"),
                    Curve.point(101, "0.75"),
                    Curve.point(201, "0.6"),
                    Curve.point(501, "0.4"),
                    Curve.point(1001, "0")));

    private static Drafts rates(String... keys) {
        var draft = new Drafts();
        for (var it : keys) {
            draft.and(it + "Hits", it + "Of").rate(it, it + "Hits", it + "Of");
        }
        return draft;
    }

    private static Score score(Scheme scheme, Tally tally) {
        return new Scoring(scheme).score(tally, 1);
    }

    private static String rate(Scheme scheme, String key, Tally tally) {
        return score(scheme, tally).rate(key).value().shown(2);
    }

    private static String total(Scheme scheme, Tally tally) {
        return score(scheme, tally).total().shown(2);
    }

    private static Tally tally(Object... rateHitsOf) {
        var all = new Object[rateHitsOf.length / 3 * 4];
        for (int i = 0, j = 0; i < rateHitsOf.length; i += 3, j += 4) {
            all[j] = rateHitsOf[i] + "Hits";
            all[j + 1] = rateHitsOf[i + 1];
            all[j + 2] = rateHitsOf[i] + "Of";
            all[j + 3] = rateHitsOf[i + 2];
        }
        return published(all);
    }
}
