package lianxin.linkage;

import java.util.UUID;

/** A need, named by the form on which it was written, so that sending it twice takes it once; its case has the same id. */
public record NeedId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
