package lianxin.cases;

import java.util.Optional;
import java.util.UUID;
import lianxin.facts.Ref;

/** One question with its answer, through all its corrections. */
public record KnowledgeId(UUID value) {

    static final String KIND = "knowledge";

    /** Empty for what is none. */
    static Optional<KnowledgeId> of(String typed) {
        try {
            return Optional.of(new KnowledgeId(UUID.fromString(typed)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    public Ref ref() {
        return Ref.of(KIND, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
