package lianxin.platform;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Makes of what a camera sends what the town shows: an upright JPEG of at most 1600 pixels that holds nothing but the
 * picture. Large pictures are thinned out while they are read, and few are read at once, so that memory suffices.
 */
final class Picture {
    static final int MEGAPIXELS = 50;
    private static final int SIDE = 1600;
    private static final double QUALITY = 0.85;
    private static final int DECODED_PIXELS = 13_000_000;
    /** A progressive JPEG has about ten scans; thousands keep a processor busy for minutes. */
    private static final int SCANS = 100;

    private static final int DESKS = 2;
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore desks = new Semaphore(DESKS, true);

    byte[] upright(byte[] upload, PhotoFormat format, int orientation) {
        if (format == PhotoFormat.JPEG && scans(upload) > SCANS) throw new RuleBroken("platform.photo.damaged");
        var reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try {
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(upload)), true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MEGAPIXELS * 1_000_000L) throw new RuleBroken("platform.photo.too-many-pixels", MEGAPIXELS);
            return atDesk(pixels, () -> jpeg(read(reader, pixels), orientation));
        } catch (RuleBroken refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            // the decoders answer damage with many kinds of exceptions
            throw (RuleBroken) new RuleBroken("platform.photo.damaged").initCause(unreadable);
        } finally {
            reader.dispose();
        }
    }

    private interface Work {
        byte[] done() throws IOException;
    }

    /** A large picture takes both desks. */
    private byte[] atDesk(long pixels, Work work) throws IOException {
        int needed = pixels > DECODED_PIXELS ? DESKS : 1;
        try {
            if (!desks.tryAcquire(needed, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new RuleBroken("platform.photo.busy");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw (RuleBroken) new RuleBroken("platform.photo.busy").initCause(stopping);
        }
        try {
            return work.done();
        } finally {
            desks.release(needed);
        }
    }

    private static BufferedImage read(ImageReader reader, long pixels) throws IOException {
        var how = reader.getDefaultReadParam();
        int every = (int) Math.ceil(Math.sqrt((double) pixels / DECODED_PIXELS));
        if (every > 1) how.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, how);
    }

    private static byte[] jpeg(BufferedImage read, int orientation) throws IOException {
        double scale = Math.min(1.0, (double) SIDE / Math.max(read.getWidth(), read.getHeight()));
        var small = Thumbnails.of(read)
                .size(size(read.getWidth(), scale), size(read.getHeight(), scale))
                .keepAspectRatio(false)
                .asBufferedImage();
        var shown = ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                .apply(small);
        var out = new ByteArrayOutputStream();
        Thumbnails.of(onWhite(shown))
                .scale(1)
                .outputFormat("jpeg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }

    private static int size(int pixels, double scale) {
        return Math.max(1, (int) Math.round(pixels * scale));
    }

    private static BufferedImage onWhite(BufferedImage shown) {
        var paper = new BufferedImage(shown.getWidth(), shown.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = paper.createGraphics();
        pen.drawImage(shown, 0, 0, Color.WHITE, null);
        pen.dispose();
        return paper;
    }

    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xDA) scans++;
        }
        return scans;
    }
}
