package lianxin.platform;

import java.security.Principal;
import java.util.Locale;

/** Answered by the module that keeps accounts: who is behind this sign-in today. */
public interface WhoIs {
    Who who(Principal signedIn, Locale language);
}
