package lianxin.platform;

import static lianxin.platform.Screening.Kind.BANK_CARD;
import static lianxin.platform.Screening.Kind.ID_NUMBER;
import static lianxin.platform.Screening.Kind.TELEPHONE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All numbers here are made up. */
class ScreeningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "路灯坏了，请打13800002206找我      | 路灯坏了，请打138****2206找我",
                "我的手机 138 0000 2206             | 我的手机 138****2206",
                "138-0000-2206                      | 138****2206",
                "+86 13800002206                    | 138****2206",
                "8613800002206                      | 138****2206",
                "１３８００００２２０６              | 138****2206",
                "一三八零零零零二二零六              | 138****2206",
                "tel13800002206x                    | tel138****2206x",
                "0573-80001234                      | 0573****1234",
                "（0573）80001234                   | 0573****1234",
                "057380001234                       | 0573****1234",
                "010 8000 1234                      | 010****1234",
                "座机：80001234，晚上在家            | 座机：****1234，晚上在家",
                "两个号13800002206、13900003307。    | 两个号138****2206、139****3307。",
            })
    void telephones_are_masked_however_they_are_written(String text, String masked) {
        assertThat(Screening.findings(text)).isNotEmpty().allMatch(it -> it.kind() == TELEPHONE);
        assertThat(Screening.masked(text)).isEqualTo(masked);
        assertThat(Screening.findings(masked)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "身份证11010519491231002X           | 身份证110*************2X",
                "身份证 110105 19491231 002x 王      | 身份证 110*************2x 王",
                "110105491231002                    | 110**********02",
            })
    void identity_numbers_of_both_lengths_are_found(String text, String masked) {
        assertThat(Screening.findings(text)).singleElement().matches(it -> it.kind() == ID_NUMBER);
        assertThat(Screening.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "退到卡6222020000000000000吗         | 退到卡****0000吗",
                "4111 1111 1111 1111                | ****1111",
            })
    void bank_cards_are_found_by_their_check_digit(String text, String masked) {
        assertThat(Screening.findings(text)).singleElement().matches(it -> it.kind() == BANK_CARD);
        assertThat(Screening.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3幢2单元1201室，从2026-03-02 08:30开始停水",
                "请拨110、119、120或12345",
                "11010519491231002",
                "110105194912310021",
                "4111111111111112",
                "case 0198f3c2-0573-7234-8206-13800002206a",
                "1767225600000",
                "车牌浙F12345，编号20260302001",
                "十八点三十分，一楼二楼三楼四楼五楼六楼七楼八楼",
                "Took 1380.25 ms, 12345678 bytes"
            })
    void dates_houses_and_emergency_numbers_are_left_alone(String text) {
        assertThat(Screening.findings(text)).isEmpty();
        assertThat(Screening.masked(text)).isSameAs(text);
    }

    @Test
    void a_finding_tells_where_it_stands() {
        assertThat(Screening.findings("请打13800002206")).containsExactly(new Screening.Finding(TELEPHONE, 2, 13));
        assertThat(TELEPHONE.key()).isEqualTo("platform.screening.telephone");
    }

    @Test
    @Timeout(5)
    void a_hundred_thousand_characters_are_read_in_no_time() {
        for (var flood : new String[] {"1", "138 ", "电话", "6 ", "一", "0573-", "1380000220"}) {
            var text = flood.repeat(100_000 / flood.length());
            assertThat(Screening.masked(text)).isNotEmpty();
        }
        assertThat(Screening.findings("13800002206,".repeat(8_000))).hasSize(8_000);
    }
}
