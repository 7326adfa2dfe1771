package lianxin.territory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.platform.Flash;
import lianxin.platform.RuleBroken;
import lianxin.territory.shape.Datum;
import lianxin.territory.shape.Fit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * The border of one area, drawn on the map or typed corner by corner: checked among its neighbors first, saved with a day
 * and a reason. Text and table do everything the map does.
 */
@Controller
@Needs(May.MANAGE_UNITS)
@RequestMapping("/areas/{number}/border")
class BorderPage {
    private final BorderTable table;
    private final BorderRows rows;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Days days;

    BorderPage(BorderTable table, BorderRows rows, Areas areas, Responsibilities responsibilities, Days days) {
        this.table = table;
        this.rows = rows;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.days = days;
    }

    /** What is sent; kept as it was typed when something is wrong with it. */
    record Form(
            String border,
            String datum,
            double snap,
            String claim,
            @Nullable LocalDate from,
            String reason,
            String checked) {

        /** Only what was checked as it stands may be saved. */
        String sum() {
            var sum = new CRC32();
            var said = String.join("|", border.replaceAll("\\s+", " ").strip(), datum, "" + snap, claim, "" + from);
            sum.update(said.getBytes(StandardCharsets.UTF_8));
            return Long.toHexString(sum.getValue());
        }
    }

    /** @param fit none before the first check */
    record View(
            Area area,
            List<Area> path,
            Form form,
            @Nullable Fit fit,
            List<OverlapLine> overlaps,
            String findings,
            @Nullable RuleBroken problem) {}

    /** @param where the address of the neighbor: many a community has a grid of this name */
    record OverlapLine(Area neighbor, String where, long squareMeters) {}

    @GetMapping
    ModelAndView show(@PathVariable("number") int number, Actor actor) {
        var area = allowed(number, days.endOf(days.today()), actor);
        var standing =
                rows.standing(List.of(area.id()), days.endOf(days.today())).get(number);
        var text = standing == null ? "" : TypedBorder.write(standing.border());
        return page(area, new Form(text, "wgs84", 5, "THEIRS", days.today(), "", ""), null, null);
    }

    private Area allowed(int number, Instant at, Actor actor) {
        var area = areas.find(new AreaId(number), at);
        actor.must(May.MANAGE_UNITS, responsibilities.responsible(area.id(), "", at));
        return area;
    }

    private ModelAndView page(Area area, Form form, @Nullable Fit fit, @Nullable RuleBroken problem) {
        var at = from(form);
        var overlaps = new ArrayList<OverlapLine>();
        if (fit != null) {
            for (var it : fit.overlaps()) {
                var neighbor = areas.find(new AreaId(it.neighbor()), at);
                overlaps.add(
                        new OverlapLine(neighbor, areas.address(neighbor.id(), at), Math.round(it.squareMeters())));
            }
        }
        var view = new View(area, areas.path(area.id(), at), form, fit, overlaps, findings(fit), problem);
        var page = new ModelAndView("territory/border", "it", view);
        if (problem != null) page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private Instant from(Form form) {
        return days.startOf(days.or(form.from));
    }

    @PostMapping("/check")
    ModelAndView check(@PathVariable("number") int number, Form form, Actor actor) {
        var area = allowed(number, from(form), actor);
        try {
            var fit = table.check(area, drawn(form), form.snap, from(form));
            return page(area, checked(form), fit, null);
        } catch (RuleBroken wrong) {
            return page(area, form, null, wrong);
        }
    }

    private static Form checked(Form form) {
        return new Form(form.border, form.datum, form.snap, form.claim, form.from, form.reason, form.sum());
    }

    private static Geometry drawn(Form form) {
        var datum = Datum.of(form.datum).orElseThrow(() -> new RuleBroken("territory.datum.unknown"));
        return TypedBorder.read(form.border, datum);
    }

    /** What was changed since it was checked is checked again instead. */
    @PostMapping
    Object save(@PathVariable("number") int number, Form form, Actor actor, RedirectAttributes redirect) {
        var area = allowed(number, from(form), actor);
        if (!form.sum().equals(form.checked)) return check(number, form, actor);
        try {
            var claim = form.claim.equals("MINE") ? BorderTable.Claim.MINE : BorderTable.Claim.THEIRS;
            var step = new Borders.Step("drawn", form.reason, from(form), 0);
            table.save(area, drawn(form), form.snap, claim, step, actor);
        } catch (RuleBroken wrong) {
            var fit = table.check(area, drawn(form), form.snap, from(form));
            return page(area, form, fit, wrong);
        }
        redirect.addFlashAttribute("flash", Flash.of("territory.border.saved", area.name()));
        return "redirect:/map?area=" + number;
    }

    /** The borders around, for the map. */
    @GetMapping(path = "/neighbors", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String neighbors(@PathVariable("number") int number, Actor actor) {
        var at = days.endOf(days.today());
        var area = allowed(number, at, actor);
        var own = rows.standing(List.of(area.id()), at).get(number);
        var beside = table.beside(area, own == null ? null : own.border(), at);
        var features = new ArrayList<String>();
        if (beside.above() != null) features.add(feature("above", beside.above()));
        beside.neighbors()
                .forEach((it, border) ->
                        features.add(feature(areas.find(new AreaId(it), at).name(), border)));
        return collection(features);
    }

    private static String findings(@Nullable Fit fit) {
        if (fit == null) return "";
        var features = new ArrayList<String>();
        features.add(feature("border", fit.border()));
        fit.overlaps().forEach(it -> features.add(feature("overlap", it.ground())));
        fit.gaps().forEach(it -> features.add(feature("gap", it.ground())));
        return collection(features);
    }

    private static String collection(List<String> features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String name, Geometry border) {
        var writer = new GeoJsonWriter(7);
        writer.setEncodeCRS(false);
        return "{\"type\":\"Feature\",\"properties\":{\"name\":%s},\"geometry\":%s}"
                .formatted(JsonMapper.shared().writeValueAsString(name), writer.write(border));
    }
}
