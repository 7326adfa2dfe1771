package lianxin.organization;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lianxin.organization.UnitChanges.Effects;
import lianxin.organization.UnitChanges.Typed;
import lianxin.organization.UnitChanges.Verb;
import lianxin.platform.Flash;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Changes a unit in two steps: what was typed is tried and shown with what it would do; then the same is sent once more
 * and done. A refusal comes back with what was typed.
 */
@Controller
@Needs(May.MANAGE_UNITS)
@RequestMapping("/units/{number}/{verb:name|superior|party|units|merger|split|dissolution|cover|uncover}")
class UnitChangePage {

    private final UnitChanges changes;
    private final UnitChoices choices;
    private final Units units;
    private final Trees trees;
    private final OrganizationRules rules;
    private final ObjectProvider<Places> places;
    private final Clock clock;

    UnitChangePage(
            UnitChanges changes,
            UnitChoices choices,
            Units units,
            Trees trees,
            OrganizationRules rules,
            ObjectProvider<Places> places,
            Clock clock) {
        this.changes = changes;
        this.choices = choices;
        this.units = units;
        this.trees = trees;
        this.rules = rules;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(
            @PathVariable int number,
            @PathVariable String verb,
            @RequestParam(defaultValue = "") String from,
            Actor actor,
            Shell shell) {
        var unit = new UnitId(number);
        actor.must(May.MANAGE_UNITS, unit);
        var day = from.isBlank() ? LocalDate.now(clock).toString() : from;
        return page(empty(of(verb), unit, day), null, null, shell);
    }

    @PostMapping
    Object change(
            @PathVariable int number,
            @PathVariable String verb,
            @RequestParam Map<String, String> form,
            Actor actor,
            Shell shell,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var unit = new UnitId(number);
        actor.must(May.MANAGE_UNITS, unit);
        var typed = typed(of(verb), unit, form);
        try {
            if (!seen(typed).equals(form.get("confirmed")))
                return page(typed, changes.tried(typed, actor), null, shell);
            var shown = changes.done(typed, actor);
            redirect.addFlashAttribute(
                    "flash", Flash.of("organization.done." + typed.verb().key()));
            return "redirect:/units/" + shown.number();
        } catch (RuleBroken refused) {
            response.setStatus(422);
            return page(typed, null, shell.t(refused.key(), words(refused)), shell);
        }
    }

    private Object[] words(RuleBroken refused) {
        var words = refused.details();
        for (var it = 0; it < words.length; it++) if (words[it] instanceof UnitId unit) words[it] = units.name(unit);
        return words;
    }

    /** What was shown is what is done: with anything typed anew it is shown anew. */
    private static String seen(Typed typed) {
        return Integer.toHexString(typed.toString().hashCode());
    }

    private static Verb of(String verb) {
        return Verb.valueOf(verb.toUpperCase(Locale.ROOT));
    }

    private static Typed empty(Verb verb, UnitId unit, String from) {
        return typed(verb, unit, Map.of("from", from));
    }

    private static Typed typed(Verb verb, UnitId unit, Map<String, String> form) {
        var parts = new TreeMap<String, String>();
        form.forEach((name, value) -> {
            if (name.startsWith("part.") && name.indexOf('/') > 0) parts.put(name.substring(5), value);
        });
        var stands = form.getOrDefault("stands", "").split("/", 2);
        return new Typed(
                verb,
                unit,
                form.getOrDefault("from", ""),
                form.getOrDefault("reason", ""),
                form.getOrDefault("name", ""),
                stands[stands.length - 1],
                stands[0],
                form.getOrDefault("code", ""),
                form.getOrDefault("other", ""),
                form.getOrDefault("party", ""),
                parts);
    }

    private ModelAndView page(Typed typed, @Nullable Effects effects, @Nullable String refused, Shell shell) {
        var day = day(typed);
        var tree = trees.at(day);
        if (!tree.has(typed.unit())) tree = trees.now();
        var unit = tree.unit(typed.unit());
        var view = new View(
                typed,
                unit.name(),
                unit.code(),
                LocalDate.now(clock).isBefore(LocalDate.ofInstant(day, clock.getZone())),
                typed.verb() == Verb.SPLIT ? others(Verb.SPLIT, typed.unit(), day) : List.of(),
                typed.verb() == Verb.SPLIT ? parts(typed.unit(), tree, day, shell) : List.of(),
                suggestions(typed, day),
                typed.verb() == Verb.UNITS ? levels(unit, typed, shell) : List.of(),
                effects == null ? null : shown(effects, shell),
                refused);
        return new ModelAndView("organization/change", "it", view);
    }

    /** The first moment of the day that was typed; now while it cannot be read. */
    private Instant day(Typed typed) {
        try {
            return changes.from(typed);
        } catch (RuleBroken unreadable) {
            return clock.instant();
        }
    }

    private List<Choice> suggestions(Typed typed, Instant day) {
        return switch (typed.verb()) {
            case NAME, SPLIT -> List.of();
            case SUPERIOR, PARTY, UNITS, MERGER, DISSOLUTION, COVER, UNCOVER -> others(typed.verb(), typed.unit(), day);
        };
    }

    private List<Choice> others(Verb verb, UnitId unit, Instant day) {
        return choices.candidates(verb, unit, day).stream()
                .map(it -> new Choice(String.valueOf(it.id().number()), it.code() + " " + it.name(), it.name()))
                .toList();
    }

    /** Areas first: what stands beside them goes along. */
    private List<PartRow> parts(UnitId unit, Tree tree, Instant day, Shell shell) {
        var rows = new ArrayList<PartRow>();
        var ground = places.getIfAvailable();
        if (ground != null)
            for (var it : ground.groundOf(unit, day))
                rows.add(new PartRow(it.area().toString(), it.name(), it.code(), shell.t("organization.change.area")));
        for (var it : tree.children(unit))
            rows.add(new PartRow(
                    it.id().ref().toString(),
                    it.name(),
                    it.code(),
                    rules.kind(it.kind()).name().in(shell.locale())));
        return rows;
    }

    /** Before anything was chosen the first kind right below stands there. */
    private List<LevelKinds> levels(Unit above, Typed typed, Shell shell) {
        var found = new ArrayList<LevelKinds>();
        var kinds = choices.kinds(above);
        var chosen = typed.level() + "/" + typed.kind();
        if (typed.kind().isEmpty())
            chosen = kinds.entrySet().stream()
                    .filter(it -> Levels.rank(it.getKey()) > Levels.rank(above.level()))
                    .findFirst()
                    .map(it -> it.getKey() + "/" + it.getValue().getFirst().key())
                    .orElse("");
        for (var level : kinds.entrySet()) {
            var options = new ArrayList<Kind>();
            for (var kind : level.getValue()) {
                var key = level.getKey() + "/" + kind.key();
                options.add(new Kind(key, kind.name().in(shell.locale()), key.equals(chosen)));
            }
            found.add(new LevelKinds(rules.levelName(level.getKey()).in(shell.locale()), options));
        }
        return found;
    }

    private Shown shown(Effects effects, Shell shell) {
        var lines = new ArrayList<Line>();
        effects.shares()
                .forEach((key, shares) -> shares.forEach((heir, count) -> lines.add(new Line(
                        shell.t(key),
                        count,
                        trees.now().has(heir) ? units.find(heir).name() : units.name(heir)))));
        lines.sort((one, other) -> one.what().compareTo(other.what()));
        return new Shown(effects.below(), lines);
    }

    /** @param ahead whether the day lies in the future */
    record View(
            Typed typed,
            String unit,
            String code,
            boolean ahead,
            List<Choice> heirs,
            List<PartRow> parts,
            List<Choice> suggestions,
            List<LevelKinds> levels,
            @Nullable Shown shown,
            @Nullable String refused) {

        String url() {
            return "/units/" + typed.unit().number();
        }

        String verb() {
            return typed.verb().key();
        }

        String seen() {
            return UnitChangePage.seen(typed);
        }

        boolean is(String verb) {
            return verb().equals(verb);
        }

        /** Whether what the unit holds goes to others by it. */
        boolean handsOver() {
            return switch (typed.verb()) {
                case MERGER, SPLIT, DISSOLUTION -> true;
                case NAME, SUPERIOR, PARTY, UNITS, COVER, UNCOVER -> false;
            };
        }
    }

    /** @param key what is sent; {@code text} is what stands on the screen */
    record Choice(String key, String text, String name) {}

    /** Kinds of units that may be set up on one level. */
    record LevelKinds(String level, List<Kind> kinds) {}

    record Kind(String key, String text, boolean chosen) {}

    /**
     * A unit below or an area, with the name of what is sent for it.
     *
     * @param code tells units of the same name apart: each grid has its first group
     */
    record PartRow(String ref, String name, String code, String kind) {}

    record Shown(int below, List<Line> lines) {}

    record Line(String what, int count, String heir) {}
}
