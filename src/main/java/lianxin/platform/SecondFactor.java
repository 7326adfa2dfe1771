package lianxin.platform;

/** Answered by the module that keeps accounts: what is asked for after the password. */
public interface SecondFactor {

    /** Whether this account asks for a code; false for a name that is no account. */
    boolean on(String signIn);

    /** Takes a code of the second factor, or one of the recovery codes; each only once. */
    boolean takes(String signIn, String code);
}
