package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    @Test
    void a_telephone_reads_back_the_address_that_was_drawn() throws Exception {
        var url = "http://127.0.0.1:8080/r/7K3M9QXA";
        assertThat(read(QrCode.of(url))).isEqualTo(url);
    }

    /** Paints the path four pixels a module, as a browser would. */
    private static String read(QrCode code) throws Exception {
        int scale = 4;
        int edge = code.whole() * scale;
        var pixels = new int[edge * edge];
        Arrays.fill(pixels, 0xFFFFFF);
        var strip = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(code.path());
        while (strip.find()) {
            int x = Integer.parseInt(strip.group(1)) * scale;
            int y = Integer.parseInt(strip.group(2)) * scale;
            int length = Integer.parseInt(strip.group(3)) * scale;
            for (int row = y; row < y + scale; row++) Arrays.fill(pixels, row * edge + x, row * edge + x + length, 0);
        }
        var source = new RGBLuminanceSource(edge, edge, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
