package lianxin.platform;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two things a camera notes that matter here: how it was held, and where. Everything else is neither read nor kept.
 *
 * @param orientation 1 to 8 as in the EXIF norm
 */
record Exif(int orientation, Optional<Photos.Place> place) {
    private static final Exif NONE = new Exif(1, Optional.empty());
    private static final Logger log = LoggerFactory.getLogger(Exif.class);

    static Exif of(PhotoFormat format, byte[] bytes) {
        if (format != PhotoFormat.JPEG) return NONE;
        try {
            var notes = JpegMetadataReader.readMetadata(new ByteArrayInputStream(bytes), List.of(new ExifReader()));
            return new Exif(orientation(notes), place(notes));
        } catch (JpegProcessingException | MetadataException | IOException | RuntimeException unreadable) {
            // notes of a camera can be broken in every way, and a photo is still a photo without them
            log.debug("Camera notes of a photo could not be read", unreadable);
            return NONE;
        }
    }

    private static int orientation(Metadata notes) throws MetadataException {
        var camera = notes.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (camera == null || !camera.containsTag(ExifDirectoryBase.TAG_ORIENTATION)) return 1;
        int held = camera.getInt(ExifDirectoryBase.TAG_ORIENTATION);
        return held >= 1 && held <= 8 ? held : 1;
    }

    private static Optional<Photos.Place> place(Metadata notes) {
        var gps = notes.getFirstDirectoryOfType(GpsDirectory.class);
        var at = gps == null ? null : gps.getGeoLocation();
        return at == null || at.isZero()
                ? Optional.empty()
                : Optional.of(new Photos.Place(at.getLatitude(), at.getLongitude()));
    }
}
