package lianxin.platform;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code to read out at a counter or copy from a poster: eight characters without I, L, O and U, and a ninth that
 * catches any one wrong character and any two that changed places.
 */
public record ShortCode(String text) {
    public static final int BYTES = 5;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{9}");

    public ShortCode {
        if (!FORM.matcher(text).matches() || check(text.substring(0, 8)) != text.charAt(8)) {
            throw new IllegalArgumentException("Not a short code: " + text);
        }
    }

    /** The code for 40 bits. */
    public static ShortCode of(byte[] bits) {
        if (bits.length != BYTES) {
            throw new IllegalArgumentException("A short code holds 40 bits, not " + bits.length * 8);
        }
        long value = 0;
        for (byte b : bits) {
            value = value << 8 | (b & 0xFF);
        }
        var text = new StringBuilder();
        for (int shift = 35; shift >= 0; shift -= 5) {
            text.append(ALPHABET.charAt((int) (value >>> shift & 31)));
        }
        return new ShortCode(text.append(check(text)).toString());
    }

    public static ShortCode random(SecureRandom random) {
        var bits = new byte[BYTES];
        random.nextBytes(bits);
        return of(bits);
    }

    /** Reads what people write: small letters, full-width signs, blanks and hyphens, O for 0, I and L for 1. */
    public static Optional<ShortCode> parse(String written) {
        if (written.length() > 40) {
            return Optional.empty();
        }
        var text = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(text).matches() && check(text.substring(0, 8)) == text.charAt(8)
                ? Optional.of(new ShortCode(text))
                : Optional.empty();
    }

    /** In three groups, as it is printed. */
    public String spaced() {
        return text.substring(0, 3) + " " + text.substring(3, 6) + " " + text.substring(6);
    }

    @Override
    public String toString() {
        return text;
    }

    /** A weighted sum in the field of 32 elements: every place has its own weight, so no error and no swap cancels out. */
    private static char check(CharSequence eight) {
        int sum = 0;
        for (int i = 0; i < eight.length(); i++) {
            sum = twice(sum ^ ALPHABET.indexOf(eight.charAt(i)));
        }
        return ALPHABET.charAt(sum);
    }

    private static int twice(int element) {
        return (element << 1) ^ (element >= 16 ? 0b100101 : 0);
    }
}
