package lianxin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lianxin.platform.Messages;
import lianxin.platform.MovableClock;
import lianxin.platform.Shell;
import lianxin.playbook.Label;
import org.junit.jupiter.api.Test;

/** A year of one county as it was published, on the card of the unit: 128,327 reported, 125,634 of them handled. */
class PublishedYearTest {

    private static final Label OPEN = new Label("件未办结", "open");

    private final Scheme years = Drafts.counting("handled", "reported")
            .rate("overallHandleRate", "handled", "reported", OPEN)
            .worth("100", "overallHandleRate")
            .by(Drafts.ON_THE_WALL, Span.YEAR)
            .scheme();

    @Test
    void the_rate_stands_with_what_it_is_made_of_and_with_what_is_open() {
        assertThat(years.problems()).isEmpty();
        var line = line(Messages.ENGLISH, 125_634, 128_327);
        assertThat(line.cell().figure().value()).isEqualTo("97.90%");
        assertThat(line.top()).isEqualTo("125,634");
        assertThat(line.bottom()).isEqualTo("128,327");
        assertThat(line.rest()).isEqualTo("2,693 open");
        assertThat(line(Messages.CHINESE, 125_634, 128_327).rest()).isEqualTo("2,693 件未办结");
    }

    @Test
    void of_a_year_without_reports_nothing_is_known_and_nothing_is_open() {
        var line = line(Messages.ENGLISH, 0, 0);
        assertThat(line.cell().figure().value()).isEqualTo("—");
        assertThat(line.rest()).isNull();
    }

    @Test
    void the_heading_says_which_year_it_is() {
        var year = Period.of("2023", years, MovableClock.CITY);
        var heading = Heading.of(years, year, TreeChoice.then(clock()), year.after(), shell(Messages.ENGLISH));
        assertThat(heading.month()).isEqualTo("2023");
        assertThat(heading.calendar()).isNull();
        assertThat(heading.url()).contains("period=2023");
        assertThat(heading.after()).isEqualTo("2024");
    }

    private UnitCardPage.Line line(Locale language, long handled, long reported) {
        var tally = Drafts.published("handled", handled, "reported", reported);
        var score = new Scoring(years).score(tally, 1);
        var row = new League.Row(1, "县", 1, "县", score, Map.of());
        var year = Period.of("2023", years, MovableClock.CITY);
        var cut = new Cut(year.from(), year.to(), year.cutOff(years), 1);
        var issue = new League.Issue(new UUID(1, 1), cut, TreeChoice.Kind.THEN, year.to(), year.to(), year.to());
        var league = new League(years, year, issue, List.of(row), 0);
        var shell = shell(language);
        return UnitCardPage.line(years, years.scored().getFirst(), row, new Figures(league, shell), shell);
    }

    private static Shell shell(Locale language) {
        var screen = new Shell.Screen(
                "/", path -> "/" + path, (name, value) -> "?", false, null, null, List.of(), null, null);
        return new Shell(new Messages(), language, clock(), screen);
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2024-02-01T02:00:00Z"), MovableClock.CITY);
    }
}
