package lianxin.demonstration;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Drawn, not photographed: a street at night whose lamp is dark, and the same street with its lamp lit. */
final class LampPictures {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;

    /** A PNG; the same scene gives the same street. */
    byte[] draw(int scene, boolean lit) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var chance = new SplittableRandom(scene);
        sky(pen, lit);
        houses(pen, chance);
        road(pen, lit);
        lamp(pen, 90 + chance.nextInt(300), lit);
        pen.dispose();
        return png(image);
    }

    private static void sky(Graphics2D pen, boolean lit) {
        pen.setPaint(new GradientPaint(
                0, 0, new Color(10, 14, 32), 0, HEIGHT, lit ? new Color(54, 58, 92) : new Color(24, 28, 50)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private static void houses(Graphics2D pen, SplittableRandom chance) {
        for (int x = -10; x < WIDTH; ) {
            int width = 60 + chance.nextInt(50);
            int height = 90 + chance.nextInt(110);
            int top = 260 - height;
            int gray = 30 + chance.nextInt(18);
            pen.setColor(new Color(gray, gray + 2, gray + 10));
            pen.fillRect(x, top, width, height);
            for (int wx = x + 9; wx < x + width - 12; wx += 17) {
                for (int wy = top + 10; wy < 240; wy += 22) {
                    boolean awake = chance.nextInt(4) == 0;
                    pen.setColor(awake ? new Color(236, 205, 128) : new Color(gray + 10, gray + 12, gray + 24));
                    pen.fillRect(wx, wy, 9, 12);
                }
            }
            x += width + 4;
        }
    }

    private static void road(Graphics2D pen, boolean lit) {
        pen.setColor(lit ? new Color(84, 82, 76) : new Color(34, 34, 38));
        pen.fillRect(0, 260, WIDTH, HEIGHT - 260);
        pen.setColor(lit ? new Color(190, 186, 170) : new Color(66, 66, 70));
        for (int x = 8; x < WIDTH; x += 64) pen.fillRect(x, 312, 34, 5);
    }

    private static void lamp(Graphics2D pen, int x, boolean lit) {
        if (lit) {
            for (int r = 120; r > 0; r -= 12) {
                pen.setColor(new Color(255, 226, 150, 14));
                pen.fill(new Ellipse2D.Double(x + 34 - r, 96 - r * 0.6, 2.0 * r, 1.7 * r));
            }
            pen.setColor(new Color(255, 230, 160, 46));
            pen.fillOval(x - 70, 262, 210, 66);
        }
        pen.setColor(new Color(96, 100, 108));
        pen.fillRect(x, 84, 6, 190);
        pen.fillRect(x, 84, 42, 5);
        pen.fillRect(x - 6, 270, 18, 8);
        pen.setColor(lit ? new Color(255, 244, 206) : new Color(58, 60, 66));
        pen.fillRoundRect(x + 24, 88, 24, 9, 6, 6);
    }

    private static byte[] png(BufferedImage image) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
