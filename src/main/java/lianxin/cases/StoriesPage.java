package lianxin.cases;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.cases.rules.Categories;
import lianxin.organization.Units;
import lianxin.platform.NotFound;
import lianxin.platform.PhotoId;
import lianxin.platform.Photos;
import lianxin.platform.Shell;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For everybody: what was put right lately, before and after, in the words of the units that did it. */
@Controller
class StoriesPage {

    private static final int PAGE = 12;

    private final StoryRows rows;
    private final Categories categories;
    private final Areas areas;
    private final Units units;
    private final Photos photos;
    private final Clock clock;

    StoriesPage(StoryRows rows, Categories categories, Areas areas, Units units, Photos photos, Clock clock) {
        this.rows = rows;
        this.categories = categories;
        this.areas = areas;
        this.units = units;
        this.photos = photos;
        this.clock = clock;
    }

    /** @param when a third of a month: a day would tell the neighbors whose matter it was */
    record Told(Story story, String category, String place, String unit, String when) {

        String url() {
            return "/stories/" + story.id();
        }

        String picture(CaseDetails.Picture picture) {
            return url() + "/pictures/" + picture.photo().hash();
        }
    }

    /** @param older the number of the page that goes on; null on the last */
    record Listed(List<Told> stories, int page, @Nullable Integer older) {}

    @GetMapping("/stories")
    ModelAndView list(@RequestParam(defaultValue = "1") int page, Shell shell) {
        var number = Math.clamp(page, 1, 1_000);
        var found = rows.told((number - 1) * PAGE, PAGE + 1);
        var stories = found.stream().limit(PAGE).map(it -> told(it, shell)).toList();
        return new ModelAndView(
                "cases/stories", "it", new Listed(stories, number, found.size() > PAGE ? number + 1 : null));
    }

    @GetMapping("/stories/{id}")
    ModelAndView open(@PathVariable UUID id, Shell shell) {
        return new ModelAndView("cases/story", "it", told(found(id), shell));
    }

    @GetMapping("/stories/{id}/pictures/{hash}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable String hash) {
        var photo = new PhotoId(hash);
        if (!found(id).story().shows(photo)) throw new NotFound("picture/" + hash);
        return photos.response(photo);
    }

    private StoryRows.Told found(UUID id) {
        return rows.told(id).orElseThrow(() -> new NotFound("story/" + id));
    }

    private Told told(StoryRows.Told it, Shell shell) {
        return new Told(
                it.story(),
                categories.find(it.category()).name().in(shell.locale()),
                around(it.place()),
                units.name(it.unit()),
                ThirdOfMonth.of(it.closedAt().atZone(clock.getZone()), shell));
    }

    /** Street and community; no grid, building or estate. */
    private String around(AreaId place) {
        return areas.path(place).stream()
                .filter(it -> List.of("township", "community").contains(it.kind()))
                .map(it -> it.name())
                .collect(Collectors.joining(" "));
    }
}
