package lianxin.platform;

import static lianxin.platform.tables.PhotoTable.PHOTO;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The town's photo box. Each photo is looked at, made upright and small, freed of everything the camera noted, and kept
 * under the hash of its bytes. The box does not know whose photos they are: the module that links one decides who may see
 * it and when it must go.
 */
@Component
public class Photos {
    public static final int MEGABYTES = 15;
    private static final int BYTES = MEGABYTES << 20;

    private final Picture picture = new Picture();
    private final DSLContext db;
    private final Clock clock;

    public Photos(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A point in WGS 84, in degrees. */
    public record Place(double latitude, double longitude) {}

    /** @param place where the camera says it was: to be offered to the one who sent it, and otherwise forgotten */
    public record Stored(PhotoId id, Optional<Place> place) {}

    /**
     * Keeps a JPEG or PNG; anything else, or more than the limits allow, is RuleBroken with a sentence. Takes up to
     * seconds: call it before the transaction that links the photo. What is not linked within a day may be swept out.
     */
    public Stored store(byte[] upload) {
        if (upload.length > BYTES) throw new RuleBroken("platform.photo.too-large", MEGABYTES);
        var format = PhotoFormat.of(upload);
        switch (format) {
            case HEIC -> throw new RuleBroken("platform.photo.heic");
            case WEBP -> throw new RuleBroken("platform.photo.webp");
            case OTHER -> throw new RuleBroken("platform.photo.not-a-photo");
            case JPEG, PNG -> {}
        }
        var exif = Exif.of(format, upload);
        var jpeg = picture.upright(upload, format, exif.orientation());
        return new Stored(keep(jpeg), exif.place());
    }

    /** Reads no more than the largest photo allowed; the rest is the sender's affair. */
    public Stored store(InputStream upload) throws IOException {
        return store(upload.readNBytes(BYTES + 1));
    }

    public Optional<byte[]> read(PhotoId id) {
        return db.select(PHOTO.JPEG).from(PHOTO).where(PHOTO.HASH.eq(id.hash())).fetchOptional(PHOTO.JPEG);
    }

    /** The answer for someone whom the linking module has let see it: a picture and nothing that could run. */
    public ResponseEntity<byte[]> response(PhotoId id) {
        var jpeg = read(id).orElseThrow(() -> new NotFound("photo/" + id));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + id.hash().substring(0, 12) + ".jpg\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(jpeg);
    }

    /** The box keeps one copy for all: delete only what nobody links any more. What was stored again since stays. */
    public void delete(List<PhotoId> ids, Instant storedBefore) {
        db.deleteFrom(PHOTO)
                .where(PHOTO.HASH.in(ids.stream().map(PhotoId::hash).toList()))
                .and(PHOTO.CREATED_AT.lt(storedBefore))
                .execute();
    }

    /** The next photos, in the order of their hashes, that nobody stored (again) since; the caller asks who links them. */
    public List<PhotoId> storedBefore(Instant time, @Nullable PhotoId after, int most) {
        return db.select(PHOTO.HASH)
                .from(PHOTO)
                .where(PHOTO.CREATED_AT.lt(time))
                .and(after == null ? DSL.noCondition() : PHOTO.HASH.gt(after.hash()))
                .orderBy(PHOTO.HASH)
                .limit(most)
                .fetch(it -> new PhotoId(it.value1()));
    }

    private PhotoId keep(byte[] jpeg) {
        var id = new PhotoId(HexFormat.of().formatHex(sha256(jpeg)));
        db.insertInto(PHOTO)
                .set(PHOTO.HASH, id.hash())
                .set(PHOTO.JPEG, jpeg)
                .set(PHOTO.CREATED_AT, clock.instant())
                .onConflict(PHOTO.HASH)
                .doUpdate()
                .set(PHOTO.CREATED_AT, DSL.excluded(PHOTO.CREATED_AT))
                .execute();
        return id;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
