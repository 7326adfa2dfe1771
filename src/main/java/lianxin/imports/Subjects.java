package lianxin.imports;

import java.util.Comparator;
import java.util.List;
import lianxin.organization.Actor;
import lianxin.organization.Importable;
import lianxin.platform.NotFound;
import org.springframework.stereotype.Component;

/** What the town takes in by lists. */
@Component
class Subjects {

    private final List<Importable> all;

    Subjects(List<Importable> all) {
        this.all =
                all.stream().sorted(Comparator.comparingInt(Importable::order)).toList();
    }

    List<Importable> openTo(Actor by) {
        return all.stream().filter(it -> by.may(it.needs())).toList();
    }

    Importable find(String key) {
        return all.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("import of " + key));
    }
}
