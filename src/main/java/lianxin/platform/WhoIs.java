package lianxin.platform;

import java.security.Principal;

/** Answered by the module that keeps accounts: who is behind this sign-in today. */
public interface WhoIs {
    Who who(Principal signedIn);
}
