package lianxin.bodies;

import java.util.Optional;
import lianxin.facts.Describes;
import lianxin.facts.Ref;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What things of other modules are called: places, people who did something. */
@Component
class Titles {

    private final ObjectProvider<Describes> describes;

    Titles(ObjectProvider<Describes> describes) {
        this.describes = describes;
    }

    Optional<String> of(Ref thing) {
        return describes
                .orderedStream()
                .filter(it -> it.kind().equals(thing.kind()))
                .findFirst()
                .flatMap(it -> it.describe(thing.id()))
                .map(Describes.Described::title);
    }
}
