package lianxin.platform;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Takes photos for tests: left half red, right half blue, and whatever the camera notes. */
final class Camera {
    private Camera() {}

    static byte[] jpeg(int width, int height) {
        return written(scene(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] png(int width, int height) {
        return written(scene(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** A picture held with the left side up (EXIF orientation 6), taken at a known place. */
    static byte[] turnedJpeg(int width, int height, double latitude, double longitude) {
        return withExif(jpeg(width, height), 6, latitude, longitude);
    }

    static BufferedImage scene(int width, int height, int type) {
        var scene = new BufferedImage(width, height, type);
        var pen = scene.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return scene;
    }

    static byte[] written(BufferedImage image, String format) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static byte[] withExif(byte[] jpeg, int orientation, double latitude, double longitude) {
        var tiff = ByteBuffer.allocate(256);
        tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        tiff.putShort((short) 2);
        entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
        entry(tiff, 0x8825, 4, 1).putInt(38);
        tiff.putInt(0);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2).put("N\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        entry(tiff, 2, 5, 3).putInt(92);
        entry(tiff, 3, 2, 2).put("E\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        entry(tiff, 4, 5, 3).putInt(116);
        tiff.putInt(0);
        degrees(tiff, latitude);
        degrees(tiff, longitude);
        return segment(jpeg, 0xE1, joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), flipped(tiff)));
    }

    /** Put right behind the first two bytes of the file. */
    static byte[] segment(byte[] jpeg, int marker, byte[] content) {
        var head = ByteBuffer.allocate(4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .array();
        return joined(Arrays.copyOf(jpeg, 2), head, content, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The first line of a PNG that claims to be of this size; there is no more of it. */
    static byte[] claim(int width, int height) {
        return pngOf(header(width, height));
    }

    /** A large plane of one color, packed into a few hundred kilobytes. */
    static byte[] plane(int width, int height) {
        return pngOf(header(width, height), chunk("IDAT", zeros((3L * width + 1) * height)), chunk("IEND"));
    }

    private static byte[] header(int width, int height) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
    }

    /** A tiny picture with a compressed comment that unpacks to that many bytes. */
    static byte[] pngWithComment(long bytes) {
        var header = ByteBuffer.allocate(13)
                .putInt(1)
                .putInt(1)
                .put(new byte[] {8, 3, 0, 0, 0})
                .array();
        var comment = joined("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1), zeros(bytes));
        return pngOf(
                chunk("IHDR", header),
                chunk("iCCP", comment),
                chunk("zTXt", comment),
                chunk("PLTE", new byte[] {0, 0, 0}),
                chunk("IDAT", zeros(2)),
                chunk("IEND"));
    }

    private static byte[] pngOf(byte[]... chunks) {
        var signature = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        return joined(signature, joined(chunks));
    }

    private static byte[] chunk(String type, byte... content) {
        var name = type.getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] zeros(long bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out =
                new DataOutputStream(new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED), 1 << 16))) {
            var block = new byte[1 << 16];
            for (long left = bytes; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return packed.toByteArray();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }

    private static void degrees(ByteBuffer tiff, double degrees) {
        int whole = (int) degrees;
        double minutes = (degrees - whole) * 60;
        int seconds = (int) Math.round((minutes - (int) minutes) * 60 * 100);
        tiff.putInt(whole)
                .putInt(1)
                .putInt((int) minutes)
                .putInt(1)
                .putInt(seconds)
                .putInt(100);
    }

    private static byte[] flipped(ByteBuffer buffer) {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
