package lianxin.platform;

import java.util.regex.Pattern;

/** Names a stored photo by the SHA-256 of its bytes, in hexadecimal: the same picture is stored once. */
public record PhotoId(String hash) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public PhotoId {
        if (!FORM.matcher(hash).matches()) {
            throw new NotFound("photo/" + hash);
        }
    }

    @Override
    public String toString() {
        return hash;
    }
}
