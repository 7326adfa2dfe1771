package lianxin.linkage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.organization.Chairs;
import lianxin.organization.Chairs.Sitting;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.PostId;
import lianxin.organization.Trees;
import lianxin.organization.Unit;
import lianxin.organization.UnitId;
import lianxin.platform.AsOf;
import lianxin.platform.Attempt;
import lianxin.platform.Attempt.Done;
import lianxin.platform.Ids;
import lianxin.platform.NotFound;
import lianxin.platform.Shell;
import lianxin.territory.Area;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import lianxin.territory.Days;
import lianxin.territory.Responsibilities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The service team of one grid as of any day: who serves in which role, which needs it took, what became of them. */
@Controller
@Needs(May.LOOK_UP)
class TeamPage {

    private final TeamBook book;
    private final ContactBook needs;
    private final Teams teams;
    private final LinkageRules rules;
    private final Chairs chairs;
    private final LinkNames names;
    private final Areas areas;
    private final Responsibilities responsibilities;
    private final Trees trees;
    private final Days days;
    private final Ids ids;
    private final Clock clock;

    TeamPage(
            TeamBook book,
            ContactBook needs,
            Teams teams,
            LinkageRules rules,
            Chairs chairs,
            LinkNames names,
            Areas areas,
            Responsibilities responsibilities,
            Trees trees,
            Days days,
            Ids ids,
            Clock clock) {
        this.book = book;
        this.needs = needs;
        this.teams = teams;
        this.rules = rules;
        this.chairs = chairs;
        this.names = names;
        this.areas = areas;
        this.responsibilities = responsibilities;
        this.trees = trees;
        this.days = days;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param missing names of the roles that lack somebody
     * @param needs null for a reader whom they do not concern
     * @param posts who could join, with their units
     * @param mayRead whether the reader may open cases at all
     * @param fresh names the need that is written next
     */
    record View(
            Area grid,
            List<Area> path,
            AsOf asOf,
            UnitId unit,
            List<Line> team,
            List<String> missing,
            @Nullable List<ContactBook.Need> needs,
            List<Choice> posts,
            boolean mayKeep,
            boolean mayTake,
            boolean mayRead,
            UUID fresh,
            Written typed,
            @Nullable String problem,
            LinkageRules.TeamRules rules) {

        String typed(String form, String field) {
            return typed.text("form").equals(form) ? typed.text(field) : "";
        }

        long answered() {
            return needs == null
                    ? 0
                    : needs.stream().filter(it -> it.answer() != null).count();
        }

        long solved() {
            return needs == null
                    ? 0
                    : needs.stream().filter(ContactBook.Need::solved).count();
        }

        boolean tried(String form) {
            return typed.text("form").equals(form);
        }
    }

    record Line(String role, PostId post, String name, String seat, UnitId unit, String unitName, LocalDate since) {}

    record Choice(String value, String name) {}

    @GetMapping("/teams/{area}")
    ModelAndView show(@PathVariable("area") int number, AsOf asked, Actor reader, Shell shell) {
        return page(new AreaId(number), asked.knownNow(), reader, shell, Written.NOTHING, null);
    }

    @GetMapping("/teams/{area}/{step:join|leave|need}")
    String again(@PathVariable("area") int number) {
        return "redirect:/teams/" + number;
    }

    @PostMapping("/teams/{area}/{step:join|leave|need}")
    ModelAndView step(
            @PathVariable("area") int number,
            @PathVariable("step") String step,
            @RequestParam Map<String, String> fields,
            AsOf now,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var grid = new AreaId(number);
        var typed = new Written(fields);
        return Attempt.at(
                shell,
                redirect,
                () -> {
                    switch (step) {
                        case "join" ->
                            teams.join(
                                    grid,
                                    typed.text("role"),
                                    new PostId(typed.id("post")),
                                    typed.from("from", days),
                                    by);
                        case "leave" -> teams.leave(grid, new PostId(typed.id("post")), typed.from("from", days), by);
                        default -> teams.take(grid, typed.need(), by);
                    }
                    return Done.at("/teams/" + number, "linkage.team.step." + step + ".done");
                },
                problem -> page(grid, now.knownNow(), by, shell, typed, problem));
    }

    private ModelAndView page(
            AreaId id, AsOf asOf, Actor reader, Shell shell, Written typed, @Nullable String problem) {
        var at = asOf.at();
        var grid = areas.find(id, at);
        var asked = rules.teams();
        if (asked == null || !grid.kind().equals(asked.level())) throw new NotFound(id.ref());
        var responsible = responsibilities.responsible(id, "", at);
        var members = book.members(id, at);
        var mayKeep = asOf.now() && teams.mayKeep(id, reader);
        var mayTake = asOf.now() && teams.mayTake(id, reader);
        var view = new View(
                grid,
                areas.path(id, at),
                asOf,
                responsible,
                members.stream().map(it -> line(it, at, reader, shell)).toList(),
                missing(members, shell),
                teams.mayTake(id, reader) ? needs.of(id, at) : null,
                mayKeep ? posts(grid, responsible, members, at, shell) : List.of(),
                mayKeep,
                mayTake && !members.isEmpty(),
                reader.may(May.READ),
                ids.next(),
                typed,
                problem,
                asked);
        return new ModelAndView("linkage/team", "it", view);
    }

    /** Names are for readers of the unit's posts, as on every page of staff. */
    private Line line(TeamBook.Member it, Instant at, Actor reader, Shell shell) {
        var chair = it.sitting().chair();
        return new Line(
                rules.teamRole(it.role()).name().in(shell.locale()),
                it.sitting().post(),
                reader.may(May.LOOK_UP, chair.unit()) ? it.sitting().name() : shell.t("posts.somebody"),
                names.seat(chair, shell.locale()),
                chair.unit(),
                names.at(chair.unit(), at),
                LocalDate.ofInstant(it.since(), clock.getZone()));
    }

    private List<String> missing(List<TeamBook.Member> members, Shell shell) {
        return rules.theTeams().roles().stream()
                .filter(role -> role.least() != null
                        && members.stream()
                                        .filter(it -> it.role().equals(role.key()))
                                        .count()
                                < role.least())
                .map(it -> it.name().in(shell.locale()))
                .toList();
    }

    /** Posts of the units that stand at the grid or right above it. */
    private List<Choice> posts(Area grid, UnitId responsible, List<TeamBook.Member> members, Instant at, Shell shell) {
        var tree = trees.at(at);
        var units = new LinkedHashSet<UnitId>();
        for (var unit : tree.children(responsible)) if (near(unit, grid, tree.unit(responsible))) units.add(unit.id());
        units.add(responsible);
        units.add(tree.above(responsible));
        var taken = members.stream().map(it -> it.sitting().post()).toList();
        var choices = new ArrayList<Choice>();
        for (Sitting it : chairs.in(units, at))
            if (!taken.contains(it.post()))
                choices.add(new Choice(
                        it.post().id().toString(),
                        it.name() + " · " + names.seat(it.chair(), shell.locale()) + " · "
                                + names.at(it.chair().unit(), at)));
        return choices;
    }

    private static boolean near(Unit unit, Area grid, Unit responsible) {
        return unit.code().startsWith(grid.code() + "-") || unit.level().equals(responsible.level());
    }
}
