package lianxin.places;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.platform.AsOf;
import lianxin.platform.Shell;
import lianxin.territory.Area;
import lianxin.territory.AreaLists;
import lianxin.territory.Areas;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a grid and of an estate the places open to the public there: its studio, its parlor. */
@Component
@Order(5)
class PlacesOnTheGround implements AreaLists {
    private static final Set<String> HERE = Set.of("grid", "estate");

    private final PlaceBook book;
    private final PlaceRules rules;
    private final Areas areas;

    PlacesOnTheGround(PlaceBook book, PlaceRules rules, Areas areas) {
        this.book = book;
        this.rules = rules;
        this.areas = areas;
    }

    @Override
    public List<Listed> of(Area area, AsOf asOf, Shell shell) {
        if (!HERE.contains(area.kind())) return List.of();
        var inside = IntStream.of(areas.below(area.id(), asOf.at())).boxed().collect(Collectors.toSet());
        var lines = book.at(asOf.at()).stream()
                .filter(it -> inside.contains(it.area().number()))
                .sorted(Comparator.comparing(Place::type).thenComparing(Place::name))
                .map(it -> new Line(it.name(), about(it, shell), asOf.in("/places/" + it.id())))
                .toList();
        return List.of(new Listed("places.title", "places.none-here", lines));
    }

    private String about(Place it, Shell shell) {
        var status = shell.t("places.status." + it.details().status().key());
        return rules.typeName(it.type(), shell.locale()) + " · " + status;
    }
}
