package lianxin.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Links that open one thing to whoever holds them, such as the page of a report for the one who made it. Nothing is
 * stored: a token is recomputed from the town's key, the purpose, the thing and the link's version, and a raised version
 * revokes it.
 */
@Component
public final class PrivateLinks {
    private static final String HMAC = "HmacSHA256";
    private static final int TOKEN_BYTES = 16;

    private final SecretKeySpec key;

    @Autowired
    public PrivateLinks(@Value("${lianxin.key:}") String key, @Value("${lianxin.data:var}") Path data) {
        this(key.isBlank() ? TownKey.keptIn(data) : TownKey.parse(key));
    }

    public PrivateLinks(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /** Twenty-two characters that are safe in a URL. */
    public String token(String purpose, String id, int version) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits(purpose, id, version));
    }

    /** Takes as long for a wrong token as for the right one. */
    public boolean opens(String token, String purpose, String id, int version) {
        var right = token(purpose, id, version).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(right, token.getBytes(StandardCharsets.UTF_8));
    }

    /** Forty bits for a {@link ShortCode} that belongs to the same thing. */
    public byte[] shortBits(String purpose, String id, int version) {
        return Arrays.copyOf(bits("short code: " + purpose, id, version), ShortCode.BYTES);
    }

    private byte[] bits(String purpose, String id, int version) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (var part : new String[] {purpose, id}) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(version).array());
            return Arrays.copyOf(mac.doFinal(), TOKEN_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
