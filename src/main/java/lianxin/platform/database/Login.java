package lianxin.platform.database;

import java.security.SecureRandom;
import java.util.Base64;

/** How one database role signs in. Never written out. */
public record Login(String user, String password) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Login random(String user) {
        return new Login(user, randomPassword());
    }

    static String randomPassword() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return user;
    }
}
