package lianxin.directives;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lianxin.facts.Describes;
import lianxin.facts.Ref;
import lianxin.platform.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Things that are already there and show that something was done: a case, a place, a unit, a joint body. They are written
 * as the address of their page, so that nobody copies anything into a form.
 */
@Component
class Pointers {

    private static final int MOST = 5;

    private final ObjectProvider<Describes> things;

    Pointers(ObjectProvider<Describes> things) {
        this.things = things;
    }

    /** What a pointer is called and where it is shown. */
    record Shown(String title, String url) {}

    /** One address a line, as it stands above the page, or as {@code kind/id}. */
    List<Ref> read(String typed) {
        var refs = new ArrayList<Ref>();
        for (var line : typed.split("\\s+", -1)) {
            if (line.isBlank()) continue;
            refs.add(thing(line.strip()).orElseThrow(() -> new RuleBroken("directives.wrong.pointer", line)));
        }
        if (refs.size() > MOST) throw new RuleBroken("directives.wrong.pointers", MOST);
        return refs.stream().distinct().toList();
    }

    private Optional<Ref> thing(String line) {
        var path = path(line);
        var id = path.substring(path.lastIndexOf('/') + 1);
        return things.stream()
                .filter(it -> described(it, id)
                        .filter(found -> path.equals(found.url())
                                || path.equals("/ref/" + it.kind() + "/" + id)
                                || path.equals("/" + it.kind() + "/" + id))
                        .isPresent())
                .map(it -> new Ref(it.kind(), id))
                .findFirst();
    }

    private static String path(String line) {
        try {
            var path = URI.create(line).getPath();
            return path == null ? "" : path.startsWith("/") ? path : "/" + path;
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static Optional<Describes.Described> described(Describes things, String id) {
        try {
            return things.describe(id);
        } catch (RuntimeException noSuchId) {
            return Optional.empty();
        }
    }

    List<Shown> shown(List<Ref> refs) {
        return refs.stream().map(this::shown).toList();
    }

    private Shown shown(Ref ref) {
        var title = things.stream()
                .filter(it -> it.kind().equals(ref.kind()))
                .findFirst()
                .flatMap(it -> described(it, ref.id()))
                .map(Describes.Described::title)
                .orElse(ref.toString());
        return new Shown(title, "/ref/" + ref);
    }

    static List<Ref> refs(@Nullable String @Nullable [] written) {
        if (written == null) return List.of();
        return Arrays.stream(written)
                .map(String::valueOf)
                .map(it -> new Ref(it.substring(0, it.indexOf('/')), it.substring(it.indexOf('/') + 1)))
                .toList();
    }
}
