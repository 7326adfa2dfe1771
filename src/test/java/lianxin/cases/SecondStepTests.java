package lianxin.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lianxin.Lianxin;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What Mrs. Wang may add to her report on its receipt: a photo, a telephone number. The report itself is safe already. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SecondStepTests {

    private Lane lane;
    private Visitor wang;

    @BeforeEach
    void mrs_wang_stands_at_her_door(@Autowired ApplicationContext town) {
        lane = Lane.in(town);
        wang = lane.wang();
    }

    @Test
    void step_two_keeps_the_telephone_even_when_the_photo_is_none() {
        var receipt = lane.report(wang, "楼道灯不亮");
        var page = wang.upload(
                Visitor.action(receipt),
                Map.of("telephone", "138 0000 1234", "visible", "callback"),
                "no photo at all".getBytes(UTF_8));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("已经收到", "电话记下了", "138****1234").doesNotContain("13800001234");
        var good = wang.upload(Visitor.action(page), Map.of("telephone", "", "visible", "callback"), Lane.photo());
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.body()).contains("照片收到了");
        var photo = Visitor.found(wang.open(Lane.tracking(receipt)), "<img src=\"([^\"]+)\"");
        assertThat(wang.open(photo).headers().firstValue("Content-Type").orElse(""))
                .startsWith("image/");
    }

    @Test
    void a_photo_of_forty_megabytes_gets_a_sentence_and_the_report_stays() {
        var receipt = lane.report(wang, "楼道灯不亮");
        var page = wang.upload(
                Visitor.action(receipt), Map.of("telephone", "", "visible", "callback"), new byte[40 << 20]);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("已经收到", "15");
    }

    @ParameterizedTest
    @CsvSource({
        "lamp.heic, ....ftypheic........, 暂不支持 HEIC 格式, 改为“兼容性最佳”",
        "lamp.webp, RIFF....WEBPVP8 ...., 暂不支持 WebP 格式, 请换一张 JPEG 或 PNG 照片"
    })
    void a_photo_as_new_phones_take_them_is_answered_with_what_to_do_and_nothing_is_half_saved(
            String file, String content, String sentence, String whatToDo) {
        var receipt = lane.report(wang, "楼道灯不亮");
        var pictures = lane.count("picture");
        var photos = storedPhotos();
        var page = wang.upload(
                Visitor.action(receipt),
                Map.of("telephone", "", "visible", "callback"),
                "photo",
                file,
                content.getBytes(UTF_8));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("已经收到", sentence, whatToDo).doesNotContain("照片收到了", "reference");
        assertThat(lane.count("picture")).isEqualTo(pictures);
        assertThat(storedPhotos()).isEqualTo(photos);
        assertThat(wang.open(Lane.tracking(receipt)).body()).contains("楼道灯不亮").doesNotContain("<img");
        assertThat(lane.the(CaseRepository.class).find(Lane.caseOf(receipt))).isPresent();
    }

    @Test
    void anonymous_means_that_no_number_is_kept() {
        var receipt = lane.report(wang, "楼道灯不亮");
        var before = lane.count("contact");
        var page = wang.upload(
                Visitor.action(receipt), Map.of("telephone", "13800001234", "visible", "anonymous"), new byte[0]);
        assertThat(page.body()).contains("好的，不留电话");
        assertThat(lane.count("contact")).isEqualTo(before);
    }

    private int storedPhotos() {
        return lane.the(DSLContext.class).fetchCount(DSL.table("platform.photo"));
    }
}
