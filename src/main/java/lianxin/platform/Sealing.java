package lianxin.platform;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what the database must keep and nobody who only holds the database may read. The key comes from the town's key,
 * one for each purpose; what was sealed for one owner cannot be opened as another's.
 */
@Component
public final class Sealing {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] townKey;

    @Autowired
    public Sealing(@Value("${lianxin.key:}") String key, @Value("${lianxin.data:var}") Path data) {
        this(key.isBlank() ? TownKey.keptIn(data) : TownKey.parse(key));
    }

    public Sealing(byte[] townKey) {
        this.townKey = townKey.clone();
    }

    public byte[] seal(String purpose, String owner, byte[] secret) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, purpose, owner, nonce, secret);
        var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return whole;
    }

    /** Fails loudly when the town's key is another one than that it was sealed with. */
    public byte[] open(String purpose, String owner, byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        return crypt(Cipher.DECRYPT_MODE, purpose, owner, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    /** A keyed sum: the same for the same words on every node, and nothing to whoever lacks the town's key. */
    public byte[] sum(String purpose, String words) {
        try {
            return hmac(townKey, "sum of " + purpose + ": " + words);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private byte[] crypt(int mode, String purpose, String owner, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            var key = new SecretKeySpec(hmac(townKey, "seal " + purpose), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(
                    "What was sealed for " + purpose + " does not open: is lianxin.key another one?", wrong);
        }
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
