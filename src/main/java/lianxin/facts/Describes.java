package lianxin.facts;

import java.util.Optional;

/** What a thing of one kind is called and where it is shown, so that every number opens into the thing. */
public interface Describes {

    /** The kind of {@link Ref} it speaks for. */
    String kind();

    /** Empty when there is no such thing (any more). */
    Optional<Described> describe(String id);

    /** @param url the path of its page, which itself asks for permission */
    record Described(String title, String url) {}
}
