package lianxin.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import lianxin.platform.database.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

class PhotosTest {
    @AutoClose
    private static final TestDatabase town = TestDatabase.fresh();

    private final MovableClock clock = MovableClock.at("2026-03-02T09:00");
    private final Photos photos = new Photos(town.sql(), clock);

    @Test
    void a_photo_of_the_lamp_is_kept_small_and_found_by_its_hash() throws IOException {
        var stored = photos.store(Camera.jpeg(4000, 3000));
        var shown = shown(stored.id());
        assertThat(shown.getWidth()).isEqualTo(1600);
        assertThat(shown.getHeight()).isEqualTo(1200);
        assertThat(color(shown, 100, 600)).isEqualTo("red");
        assertThat(color(shown, 1500, 600)).isEqualTo("blue");
        assertThat(stored.place()).isEmpty();
    }

    @Test
    void a_small_photo_is_not_blown_up() throws IOException {
        var shown = shown(photos.store(Camera.png(320, 200)).id());
        assertThat(shown.getWidth()).isEqualTo(320);
        assertThat(shown.getHeight()).isEqualTo(200);
    }

    @Test
    void a_photo_held_sideways_is_turned_and_its_place_offered_but_not_kept() throws IOException {
        var stored = photos.store(Camera.turnedJpeg(2000, 1000, 30.7461, 120.7551));
        var place = stored.place().orElseThrow();
        assertThat(place.latitude()).isCloseTo(30.7461, within(0.00001));
        assertThat(place.longitude()).isCloseTo(120.7551, within(0.00001));
        var shown = shown(stored.id());
        assertThat(shown.getWidth()).isEqualTo(800);
        assertThat(shown.getHeight()).isEqualTo(1600);
        assertThat(color(shown, 400, 100)).isEqualTo("red");
        assertThat(color(shown, 400, 1500)).isEqualTo("blue");
        var kept = new String(photos.read(stored.id()).orElseThrow(), StandardCharsets.ISO_8859_1);
        assertThat(kept).doesNotContain("Exif");
    }

    @Test
    void every_way_to_hold_a_camera_ends_upright() throws IOException {
        for (int orientation = 1; orientation <= 8; orientation++) {
            var shown = shown(photos.store(Camera.withExif(Camera.jpeg(400, 200), orientation, 30, 120))
                    .id());
            assertThat(shown.getWidth()).isEqualTo(orientation <= 4 ? 400 : 200);
        }
    }

    @Test
    void broken_notes_of_the_camera_do_not_cost_the_photo() {
        var broken = Camera.segment(Camera.jpeg(400, 200), 0xE1, "Exif\0\0MM\0*\0\0\0\10\377\377".getBytes(UTF_8));
        assertThat(photos.store(broken).place()).isEmpty();
    }

    @Test
    void what_shines_through_becomes_white() throws IOException {
        var glass = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        var shown = shown(photos.store(Camera.written(glass, "png")).id());
        assertThat(new Color(shown.getRGB(50, 50))).isEqualTo(Color.WHITE);
    }

    @Test
    void the_same_photo_twice_is_one_photo() {
        var first = photos.store(Camera.jpeg(500, 500));
        clock.forward(Duration.ofDays(2));
        assertThat(photos.store(Camera.jpeg(500, 500))).isEqualTo(first);
        assertThat(photos.storedBefore(clock.instant(), null, 100)).doesNotContain(first.id());
    }

    @Test
    void a_photo_nobody_links_any_more_can_be_removed() {
        var id = photos.store(Camera.jpeg(510, 510)).id();
        var soon = clock.instant().plusSeconds(1);
        assertThat(photos.storedBefore(soon, null, 100)).contains(id);
        assertThat(photos.storedBefore(soon, id, 100)).doesNotContain(id);
        photos.delete(List.of(id), clock.instant());
        assertThat(photos.read(id)).as("stored again").isPresent();
        photos.delete(List.of(id), soon);
        assertThat(photos.read(id)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> photos.response(id));
    }

    @Test
    void it_is_handed_out_as_a_picture_that_can_run_nothing() {
        var answer = photos.response(photos.store(Camera.png(60, 60)).id()).getHeaders();
        assertThat(answer.getContentType()).isEqualTo(MediaType.IMAGE_JPEG);
        assertThat(answer.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getFirst("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.getFirst(HttpHeaders.CONTENT_DISPOSITION)).startsWith("attachment");
        assertThat(answer.getCacheControl()).contains("private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "灯坏了", "<svg onload=alert(1)>", "GIF89a", "%PDF-1.7", "\u0089PNG"})
    void a_text_named_jpg_is_no_photo(String text) {
        refused("platform.photo.not-a-photo", text.getBytes(UTF_8));
    }

    @Test
    void heic_and_webp_are_refused_with_a_sentence_of_their_own() {
        refused("platform.photo.heic", "\0\0\0\30ftypheic\0\0\0\0".getBytes(UTF_8));
        refused("platform.photo.webp", "RIFF\20\0\0\0WEBPVP8 ".getBytes(UTF_8));
    }

    @Test
    void forty_megabytes_are_refused_unread() throws IOException {
        var endless = new ByteArrayInputStream(Arrays.copyOf(Camera.jpeg(10, 10), 40 << 20));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> photos.store(endless))
                .satisfies(it -> assertThat(it.key()).isEqualTo("platform.photo.too-large"));
        assertThat(endless.available()).isGreaterThan(20 << 20);
    }

    @Test
    void a_picture_that_would_unpack_to_a_gigabyte_is_refused_by_its_first_line() {
        refused("platform.photo.too-many-pixels", Camera.claim(20_000, 18_000));
    }

    @Test
    void comments_that_would_fill_the_memory_are_not_unpacked() {
        assertThat(photos.store(Camera.pngWithComment(Runtime.getRuntime().maxMemory() / 2))
                        .place())
                .isEmpty();
    }

    @Test
    void a_photo_cut_off_or_with_thousands_of_scans_is_damaged() {
        var png = Camera.png(2000, 1000);
        refused("platform.photo.damaged", Arrays.copyOf(png, png.length / 2));
        refused("platform.photo.damaged", Arrays.copyOf(Camera.jpeg(2000, 1000), 30));
        var scans = "\u00ff\u00da".repeat(2_000).getBytes(StandardCharsets.ISO_8859_1);
        refused("platform.photo.damaged", Camera.segment(Camera.jpeg(20, 10), 0xFE, scans));
    }

    @Test
    @Timeout(60)
    void the_largest_photos_at_once_fit_into_memory() throws InterruptedException {
        var large = Camera.plane(8_600, 5_800);
        var stored = ConcurrentHashMap.<PhotoId>newKeySet();
        var hands = IntStream.range(0, 2)
                .mapToObj(_ -> Thread.ofPlatform()
                        .start(() -> stored.add(photos.store(large).id())))
                .toList();
        for (var hand : hands) hand.join();
        assertThat(stored).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc/passwd", "ABCDEF", "0123"})
    void a_guessed_name_is_no_photo(String guess) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> new PhotoId(guess));
    }

    private void refused(String key, byte[] upload) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> photos.store(upload))
                .satisfies(it -> assertThat(it.key()).isEqualTo(key));
    }

    private BufferedImage shown(PhotoId id) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(photos.read(id).orElseThrow()));
    }

    private static String color(BufferedImage picture, int x, int y) {
        var at = new Color(picture.getRGB(x, y));
        return at.getRed() > at.getBlue() ? "red" : "blue";
    }
}
