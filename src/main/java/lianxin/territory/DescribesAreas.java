package lianxin.territory;

import java.util.Optional;
import lianxin.facts.Describes;
import lianxin.platform.NotFound;
import org.springframework.stereotype.Component;

/** An area by its address in words and its page. */
@Component
class DescribesAreas implements Describes {
    private final Areas areas;

    DescribesAreas(Areas areas) {
        this.areas = areas;
    }

    @Override
    public String kind() {
        return AreaId.KIND;
    }

    @Override
    public Optional<Described> describe(String id) {
        if (!id.matches("\\d{1,9}")) return Optional.empty();
        var area = new AreaId(Integer.parseInt(id));
        try {
            return Optional.of(new Described(areas.address(area), "/areas/" + area));
        } catch (NotFound unknown) {
            return Optional.empty();
        }
    }
}
