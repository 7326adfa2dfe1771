package lianxin.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What an upload is, told by its first bytes and not by its name. */
enum PhotoFormat {
    JPEG,
    PNG,
    HEIC,
    WEBP,
    OTHER;

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> HEIF_BRANDS =
            Set.copyOf(List.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif"));

    static PhotoFormat of(byte[] bytes) {
        if (begins(bytes, JPEG_START)) return JPEG;
        if (begins(bytes, PNG_START)) return PNG;
        if (text(bytes, 0).equals("RIFF") && text(bytes, 8).equals("WEBP")) return WEBP;
        if (text(bytes, 4).equals("ftyp") && HEIF_BRANDS.contains(text(bytes, 8))) return HEIC;
        return OTHER;
    }

    private static boolean begins(byte[] bytes, byte[] start) {
        return Arrays.equals(bytes, 0, Math.min(start.length, bytes.length), start, 0, start.length);
    }

    private static String text(byte[] bytes, int from) {
        return bytes.length < from + 4 ? "" : new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
    }
}
