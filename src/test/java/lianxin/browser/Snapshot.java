package lianxin.browser;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Photos of a lamp above a stairway, painted. */
final class Snapshot {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 720;

    private Snapshot() {}

    static FilePayload darkStairway() {
        return new FilePayload("before.jpg", "image/jpeg", painted(false));
    }

    static FilePayload litStairway() {
        return new FilePayload("after.jpg", "image/jpeg", painted(true));
    }

    private static byte[] painted(boolean lit) {
        var photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var brush = photo.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setColor(lit ? new Color(0xE9DFC8) : new Color(0x1D2430));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        if (lit) {
            brush.setColor(new Color(0xFFF3C4));
            brush.fill(new Polygon(new int[] {480, 120, 840}, new int[] {110, HEIGHT, HEIGHT}, 3));
        }
        for (int step = 0; step < 6; step++) {
            brush.setColor(lit ? new Color(0xB9AE96 - step * 0x0A0A0A) : new Color(0x2A3342 + step * 0x030303));
            brush.fillRect(200 + step * 30, 660 - step * 56, 560 - step * 60, 56);
        }
        brush.setColor(lit ? new Color(0xFFE58A) : new Color(0x3C4454));
        brush.fillOval(430, 40, 100, 100);
        brush.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(photo, "jpg", out);
            return out.toByteArray();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
