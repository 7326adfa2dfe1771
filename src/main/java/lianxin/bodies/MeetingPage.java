package lianxin.bodies;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.bodies.Ballot.Vote;
import lianxin.bodies.BodyPage.Affair;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Needs;
import lianxin.organization.Trees;
import lianxin.organization.UnitId;
import lianxin.platform.AsOf;
import lianxin.platform.Attempt;
import lianxin.platform.Attempt.Done;
import lianxin.platform.NotFound;
import lianxin.platform.RuleBroken;
import lianxin.platform.Shell;
import lianxin.territory.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One meeting of a joint body as of any day: who was there, each topic with the sides' positions, what was resolved. */
@Controller
class MeetingPage {

    private static final String STEPS = "held|corrected|topics|positions|resolutions|voted|decided|done|dropped";

    private final MeetingViews views;
    private final Meetings meetings;
    private final Votes votes;
    private final Undertakings undertakings;
    private final UndertakingBook book;
    private final BodyBook bodies;
    private final Trees trees;
    private final Days days;

    MeetingPage(
            MeetingViews views,
            Meetings meetings,
            Votes votes,
            Undertakings undertakings,
            UndertakingBook book,
            BodyBook bodies,
            Trees trees,
            Days days) {
        this.views = views;
        this.meetings = meetings;
        this.votes = votes;
        this.undertakings = undertakings;
        this.book = book;
        this.bodies = bodies;
        this.trees = trees;
        this.days = days;
    }

    /**
     * @param place where it is held: its own place, else that of the body; null when neither is known
     * @param units who leads and who sits in the body on that day, and whether they were there
     * @param left topics of earlier meetings that nobody has decided
     * @param resolutions that come of no topic, those that still wait for a vote, and those that were voted here
     * @param minutes what was written of it, the newest first
     * @param called what the units that voted are called
     * @param run whether the reader may write here
     */
    record View(
            Body body,
            AsOf asOf,
            Affair meeting,
            @Nullable Place place,
            List<Sitting> units,
            List<Topic> topics,
            List<Topic> left,
            List<Affair> resolutions,
            List<UndertakingBook.Minutes> minutes,
            Map<UnitId, String> called,
            boolean run,
            LocalDate today,
            Typed typed,
            @Nullable String problem,
            BodyRules rules) {

        boolean tried(String form) {
            return typed.text("form").equals(form);
        }

        String typed(String form, String field) {
            return tried(form) ? typed.text(field) : "";
        }

        List<Sitting> present() {
            return units.stream().filter(Sitting::present).toList();
        }

        String called(List<UnitId> units) {
            return units.stream().map(it -> called.getOrDefault(it, "")).collect(Collectors.joining("、"));
        }

        Undertaking is() {
            return meeting.it();
        }

        String url() {
            return "/meetings/" + is().id();
        }
    }

    record Place(int number, String name) {}

    record Sitting(UnitId unit, String code, String name, boolean present) {}

    record Topic(Affair affair, List<Side> sides, List<Affair> resolutions) {

        Undertaking it() {
            return affair.it();
        }
    }

    /** @param words null while the side has not said anything */
    record Side(String code, String name, @Nullable String words) {}

    @Needs(May.LOOK_UP)
    @GetMapping("/meetings/{number}")
    ModelAndView show(@PathVariable("number") int number, AsOf asked, Actor reader) {
        return page(new UndertakingId(number), asked.knownNow(), reader, Typed.NOTHING, null);
    }

    @Needs({May.MANAGE_UNITS, May.LEAD_BODIES})
    @GetMapping("/meetings/{number}/{step:" + STEPS + "}")
    String again(@PathVariable("number") int number) {
        return "redirect:/meetings/" + number;
    }

    @Needs({May.MANAGE_UNITS, May.LEAD_BODIES})
    @PostMapping("/meetings/{number}/{step:" + STEPS + "}")
    ModelAndView step(
            @PathVariable("number") int number,
            @PathVariable("step") String step,
            @RequestParam Map<String, String> fields,
            AsOf now,
            Actor by,
            Shell shell,
            RedirectAttributes redirect) {
        var meeting = meeting(new UndertakingId(number), now);
        BodyGuard.mustRun(by, bodies.must(meeting.body(), days.now()).lead());
        var typed = new Typed(fields);
        return Attempt.at(
                shell,
                redirect,
                () -> {
                    take(step, meeting, typed, by);
                    return Done.at("/meetings/" + number, "bodies.meeting.step." + step);
                },
                problem -> page(meeting.id(), now.knownNow(), by, typed, problem));
    }

    private void take(String step, Undertaking meeting, Typed typed, Actor by) {
        switch (step) {
            case "held" -> {
                var present = present(typed);
                meetings.hold(meeting.id(), days.or(typed.day("day")), present, typed.text("result"), by);
            }
            case "corrected" -> meetings.correct(meeting.id(), typed.text("result"), typed.text("reason"), by);
            case "voted" -> votes.take(of(meeting, typed), meeting.id(), cast(typed), by);
            case "topics" -> {
                var unit = typed.maybeUnit("unit", trees).orElse(null);
                undertakings.plan(meeting.body(), Draft.topic(typed.text("title"), unit, meeting.id()), by);
            }
            case "positions" -> meetings.state(of(meeting, typed), typed.unit("unit", trees), typed.text("words"), by);
            case "resolutions" -> {
                var due = typed.day("due");
                if (due == null) throw new RuleBroken("bodies.needs-due");
                var source = typed.has("undertaking") ? of(meeting, typed) : meeting.id();
                var unit = typed.unit("unit", trees);
                undertakings.plan(meeting.body(), Draft.resolution(typed.text("title"), unit, due, source), by);
            }
            case "decided", "done" ->
                undertakings.finish(of(meeting, typed), days.or(typed.day("day")), typed.text("result"), by);
            default -> undertakings.drop(of(meeting, typed), typed.text("result"), by);
        }
    }

    private static List<UnitId> present(Typed typed) {
        return List.copyOf(byUnit(typed, "unit-").keySet());
    }

    private static Map<UnitId, Vote> cast(Typed typed) {
        var votes = new HashMap<UnitId, Vote>();
        byUnit(typed, "vote-").forEach((unit, said) -> {
            for (var vote : Vote.values()) if (vote.key().equals(said)) votes.put(unit, vote);
        });
        return votes;
    }

    /** Each unit is a field of its own. */
    private static Map<UnitId, String> byUnit(Typed typed, String start) {
        var all = new HashMap<UnitId, String>();
        typed.fields().forEach((field, said) -> {
            var unit = field.startsWith(start) ? field.substring(start.length()) : "";
            if (unit.matches("\\d{1,9}")) all.put(new UnitId(Integer.parseInt(unit)), said);
        });
        return all;
    }

    /** A topic or a resolution of the same body. */
    private UndertakingId of(Undertaking meeting, Typed typed) {
        var number = typed.count("undertaking");
        if (number == null) throw new RuleBroken("bodies.wrong.part");
        var it = book.find(new UndertakingId(number));
        if (!it.body().equals(meeting.body())) throw new RuleBroken("bodies.wrong.part");
        return it.id();
    }

    private Undertaking meeting(UndertakingId id, AsOf asOf) {
        var it = book.find(id, asOf.at());
        if (it.part() != Part.MEETING) throw new NotFound("meeting/" + id);
        return it;
    }

    private ModelAndView page(UndertakingId id, AsOf asOf, Actor reader, Typed typed, @Nullable String problem) {
        var view = views.of(meeting(id, asOf), asOf, reader, typed, problem);
        return new ModelAndView("bodies/meeting", "it", view);
    }
}
