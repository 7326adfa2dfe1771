package lianxin.cases;

import java.util.UUID;
import lianxin.facts.Ref;

/** One question with its answer, through all its corrections. */
public record KnowledgeId(UUID value) {

    static final String KIND = "knowledge";

    public Ref ref() {
        return Ref.of(KIND, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
