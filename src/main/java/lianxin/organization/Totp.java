package lianxin.organization;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every half minute, as authenticator apps make them (RFC 6238 with SHA-1 and six digits). */
final class Totp {

    static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The step a code belongs to: this one or its neighbors, but only after the last one taken. */
    static OptionalLong stepOf(String code, byte[] secret, Instant now, long lastTaken) {
        var step = now.getEpochSecond() / STEP_SECONDS;
        for (var it = Math.max(step - 1, lastTaken + 1); it <= step + 1; it++) {
            var right = code(secret, it, DIGITS).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(right, code.getBytes(StandardCharsets.UTF_8))) return OptionalLong.of(it);
        }
        return OptionalLong.empty();
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var sum = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = sum[sum.length - 1] & 0xf;
            var number = ByteBuffer.wrap(sum).getInt(offset) & 0x7fff_ffff;
            return ("%0" + digits + "d").formatted(number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** As one types it into an app: base 32, in groups of four. */
    static String text(byte[] secret) {
        var text = new StringBuilder();
        var bits = 0;
        var held = 0;
        for (var it : secret) {
            held = held << 8 | it & 0xff;
            for (bits += 8; bits >= 5; bits -= 5) {
                if (text.length() % 5 == 4) text.append(' ');
                text.append(BASE32.charAt(held >> bits - 5 & 31));
            }
        }
        return text.toString();
    }

    /** As an app scans it. */
    static String address(byte[] secret, String town, String signIn) {
        return "otpauth://totp/%s?secret=%s&issuer=%s"
                .formatted(url(town + ":" + signIn), text(secret).replace(" ", ""), url(town));
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
