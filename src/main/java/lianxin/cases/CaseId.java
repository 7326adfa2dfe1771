package lianxin.cases;

import java.util.UUID;
import lianxin.facts.Ref;

/** A case, named by the phone or form on which it was written, so that sending it twice makes it once. */
public record CaseId(UUID value) {

    public static final String KIND = "case";

    public Ref ref() {
        return Ref.of(KIND, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
