package lianxin.facts;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.platform.AnyStaff;
import lianxin.platform.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /ref/case/…} leads to the page of the thing, whichever module keeps it. */
@Controller
class RefPage {

    private final Map<String, Describes> byKind;

    RefPage(List<Describes> modules) {
        byKind = modules.stream().collect(Collectors.toMap(Describes::kind, Function.identity()));
    }

    @AnyStaff
    @GetMapping("/ref/{kind}/{id}")
    ResponseEntity<Void> open(@PathVariable String kind, @PathVariable String id) {
        var thing = new Ref(kind, id);
        var keeper = byKind.get(kind);
        if (keeper == null) throw new NotFound(thing);
        var described = keeper.describe(id).orElseThrow(() -> new NotFound(thing));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(described.url()))
                .build();
    }
}
