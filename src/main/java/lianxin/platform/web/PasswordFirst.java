package lianxin.platform.web;

import lianxin.platform.SecondFactor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The password; where the account has a second factor, the right password only leads to the next question. It
 * is the only provider and no bean: a second one would let in whoever this one still asks for a code.
 */
class PasswordFirst extends DaoAuthenticationProvider {

    private final ObjectProvider<SecondFactor> second;

    PasswordFirst(
            UserDetailsService accounts,
            ObjectProvider<PasswordEncoder> passwords,
            ObjectProvider<SecondFactor> second) {
        super(accounts);
        passwords.ifAvailable(this::setPasswordEncoder);
        this.second = second;
    }

    @Override
    protected void additionalAuthenticationChecks(UserDetails account, UsernamePasswordAuthenticationToken tried) {
        super.additionalAuthenticationChecks(account, tried);
        var factor = second.getIfAvailable();
        if (factor != null && factor.on(account.getUsername())) throw new CodeWanted(account.getUsername());
    }

    /** The password was right; nobody is signed in yet. */
    static final class CodeWanted extends AuthenticationException {

        private static final long serialVersionUID = 1;

        private final String name;

        CodeWanted(String name) {
            super("A code is wanted");
            this.name = name;
        }

        String name() {
            return name;
        }
    }
}
