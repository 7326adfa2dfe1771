package lianxin.platform;

import java.security.Principal;

/**
 * A card on the home page, one bean each, given by the module whose business it shows. The template gets {@code shell}
 * and the model as {@code it}; the name stands in the address of the page ({@code /?cards=inbox,leagues}).
 */
public interface HomeCard {

    String name();

    /** Message key of what the card is called. */
    String title();

    int order();

    /** Without ending, such as {@code cases/home-card}. */
    String template();

    Object model(Principal signedIn);

    /** Whether there is anything on it for this reader. */
    default boolean isFor(Principal signedIn) {
        return true;
    }
}
