package lianxin.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import lianxin.facts.JournalMonths;
import lianxin.organization.Trees;
import lianxin.platform.CityClock;
import lianxin.platform.OwnerDatabase;
import lianxin.platform.Standstill;
import lianxin.platform.Unfinished;
import lianxin.playbook.Playbook;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Loads the demonstration city beside the open town hall, once: on the embedded database, or where {@code lianxin.demo}
 * is true; never where the operator names the first administrator of a real town. A town that has units is never
 * touched.
 */
@Component
public class Demonstration {

    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);

    /** Between the founding of the city and the first report. */
    private static final Duration EVE = Duration.ofHours(8);

    private static final Duration DAYS_SINCE_APPOINTMENTS = Duration.ofDays(2);

    private final Size size;
    private final @Nullable Boolean wanted;
    private final String firstAdministrator;
    private final OwnerDatabase database;
    private final Unfinished unfinished;
    private final JournalMonths months;
    private final Standstill standstill;
    private final City city;
    private final Casting casting;
    private final Appointments appointments;
    private final ShownList shownList;
    private final ShownBodies bodies;
    private final ShownCoverage coverage;
    private final ShownLinks links;
    private final ShownTeams teams;
    private final ShownTasks tasks;
    private final ShownBookings bookings;
    private final Chronicle chronicle;
    private final Welcome welcome;
    private final Areas areas;
    private final Trees trees;
    private final Clock clock;
    private final CompletableFuture<Boolean> loaded = new CompletableFuture<>();
    private volatile boolean closing;
    private volatile @Nullable Thread loader;

    Demonstration(
            Playbook playbook,
            @Value("${lianxin.demonstration.cases:0}") int cases,
            @Value("${lianxin.demo:#{null}}") @Nullable Boolean wanted,
            @Value("${lianxin.first-administrator:}") String firstAdministrator,
            OwnerDatabase database,
            Unfinished unfinished,
            JournalMonths months,
            Standstill standstill,
            City city,
            Casting casting,
            Appointments appointments,
            ShownList shownList,
            ShownBodies bodies,
            ShownCoverage coverage,
            ShownLinks links,
            ShownTeams teams,
            ShownTasks tasks,
            ShownBookings bookings,
            Chronicle chronicle,
            Welcome welcome,
            Areas areas,
            Trees trees,
            Clock clock) {
        this.size = Size.of(playbook).withCases(cases);
        this.wanted = wanted;
        this.firstAdministrator = firstAdministrator;
        this.database = database;
        this.unfinished = unfinished;
        this.months = months;
        this.standstill = standstill;
        this.city = city;
        this.casting = casting;
        this.appointments = appointments;
        this.shownList = shownList;
        this.bodies = bodies;
        this.coverage = coverage;
        this.links = links;
        this.teams = teams;
        this.tasks = tasks;
        this.bookings = bookings;
        this.chronicle = chronicle;
        this.welcome = welcome;
        this.areas = areas;
        this.trees = trees;
        this.clock = clock;
    }

    /** Done when the city stands; true when this start has loaded it. */
    public CompletableFuture<Boolean> loaded() {
        return loaded;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        welcome.address();
        if (!wantedHere() || trees.now().size() > 0) {
            if (unfinished.marked()) welcome.brokenOff();
            welcome.again();
            loaded.complete(false);
            return;
        }
        loader = Thread.ofPlatform().name("demonstration").daemon().start(this::load);
    }

    @EventListener(ContextClosedEvent.class)
    void close() throws InterruptedException {
        closing = true;
        chronicle.stop();
        var working = loader;
        if (working != null) working.join(Duration.ofSeconds(5));
    }

    private boolean wantedHere() {
        return wanted == null ? database.embedded() && firstAdministrator.isBlank() : wanted;
    }

    private void load() {
        try {
            standstill.during(this::found);
            loaded.complete(true);
        } catch (RuntimeException failed) {
            if (!closing)
                log.error("The demonstration city could not be loaded; it is made anew at the next start", failed);
            loaded.completeExceptionally(failed);
        }
    }

    private void found() {
        var demonstration = size.demonstration();
        var end = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var start = end.minus(Duration.ofDays(demonstration.historyDays()));
        var founded = start.minus(EVE);
        var progress = new Progress();
        unfinished.begin();
        months.reachBackTo(founded);
        var cast = new Cast[1];
        CityClock.at(new CityClock.Moving(founded), () -> {
            city.settle(founded);
            progress.at(0.08);
            cast[0] = casting.appoint(founded, demonstration.seed());
        });
        progress.at(0.1);
        var streets = new Streets(areas, demonstration.seed());
        CityClock.at(new CityClock.Moving(founded), () -> {
            bodies.found(streets.shownCommunity(), cast[0], founded);
            coverage.found(streets.shownCommunity(), founded);
            links.found(cast[0], founded);
            teams.found(streets.shownCommunity(), cast[0], founded);
            tasks.found(streets.shownCommunity());
        });
        chronicle.pass(demonstration, streets, cast[0], start, end, part -> progress.at(0.1 + 0.89 * part));
        CityClock.at(new CityClock.Moving(end.minus(DAYS_SINCE_APPOINTMENTS)), () -> {
            appointments.happen(streets.shownCommunity(), cast[0], demonstration.seed());
            appointments.keepDuty(streets.shownCommunity(), cast[0]);
            shownList.given(streets.shownCommunity(), cast[0]);
            bodies.goOn();
            links.goOn();
            teams.goOn(streets.shownCommunity());
            tasks.goOn(streets.shownCommunity());
            bookings.asked(streets.shownCommunity());
        });
        welcome.open(streets, cast[0]);
        unfinished.done();
        progress.at(1);
        welcome.show();
    }
}
