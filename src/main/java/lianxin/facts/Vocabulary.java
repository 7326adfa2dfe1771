package lianxin.facts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All kinds of facts of all modules: what indicators, notices and open data may name. */
@Component
public class Vocabulary {

    private final Map<String, FactKind> byName = new TreeMap<>();
    private final Map<String, FactCodec> codecs;
    private final Map<Class<?>, String> names;

    Vocabulary(List<FactKinds> modules) {
        modules.stream().flatMap(it -> it.factKinds().stream()).forEach(this::add);
        add(Voided.KIND);
        codecs = byName.values().stream().collect(Collectors.toMap(FactKind::name, FactCodec::new));
        names = byName.values().stream().collect(Collectors.toMap(FactKind::type, FactKind::name));
    }

    private void add(FactKind kind) {
        var before = byName.put(kind.name(), kind);
        if (before != null) throw new IllegalStateException("Two modules declare the fact " + kind.name());
    }

    public Collection<FactKind> kinds() {
        return byName.values();
    }

    public Optional<FactKind> kind(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Attributes of a kind as {@code name:type}, comma-separated. */
    public String attributes(FactKind kind) {
        return codec(kind.name()).attributes();
    }

    FactCodec codec(String kind) {
        var codec = codecs.get(kind);
        if (codec == null) throw new IllegalStateException("Nobody declares the fact " + kind);
        return codec;
    }

    String nameOf(Fact fact) {
        var name = names.get(fact.getClass());
        if (name == null) throw new IllegalStateException("Nobody declares the fact " + fact.getClass());
        return name;
    }
}
