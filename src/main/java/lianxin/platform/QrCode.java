package lianxin.platform;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as one line of SVG, sharp at any size: the dark modules of each row as strips.
 *
 * @param size modules along an edge, without the quiet zone
 */
public record QrCode(String path, int size) {
    /** What must stay white around it, in modules. */
    public static final int QUIET = 4;

    /** Readable with a quarter of it torn off or dirty. */
    public static QrCode of(String text) {
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.Q).getMatrix();
            return new QrCode(strips(matrix), matrix.getWidth());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds this text", tooLong);
        }
    }

    public int whole() {
        return size + 2 * QUIET;
    }

    private static String strips(ByteMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int from = x;
                while (x < matrix.getWidth() && matrix.get(x, y) == 1) x++;
                if (x == from) continue;
                int length = x - from;
                path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET, y + QUIET, length, length));
            }
        }
        return path.toString();
    }
}
