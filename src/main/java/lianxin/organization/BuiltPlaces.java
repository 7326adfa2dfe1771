package lianxin.organization;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The places open to the public as far as structure rules ask about them; implemented by the module above. */
public interface BuiltPlaces {

    /** Of the places that stand, how many of these types lie at or below each area that has any. */
    Built built(Set<String> types, Instant at);

    /** Equal as long as no place has changed. */
    Object edition();

    /**
     * @param under by the code of the area and the type of the place
     * @param until when one of them begins or ends next without any further word
     */
    record Built(Map<String, Map<String, Integer>> under, Instant until) {}
}
