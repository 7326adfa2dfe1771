package lianxin.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page: the reader's language and type size, who reads, where the reader may go, and times in
 * words. Each template gets it as its parameter {@code shell}; controllers may ask for it as an argument.
 */
public final class Shell {

    /** The parameter of an address that asks for the tables of its page. */
    public static final String TABLES = "tables";

    private final Messages messages;
    private final Locale locale;
    private final Clock clock;
    private final TimeWords times;
    private final Screen screen;

    public Shell(Messages messages, Locale locale, Clock clock, Screen screen) {
        this.messages = messages;
        this.locale = locale;
        this.clock = clock;
        this.times = new TimeWords(messages, locale, clock);
        this.screen = screen;
    }

    /** The same with every moment told by its full date, for paper that is read in years to come. */
    public Shell forTheFiles() {
        return new Shell(messages, locale, Clock.fixed(Instant.EPOCH, clock.getZone()), screen);
    }

    /** What one request brings along. */
    public record Screen(
            String path,
            UnaryOperator<String> assets,
            AddressWith here,
            boolean large,
            @Nullable Token csrf,
            @Nullable Who who,
            List<Place> navigation,
            @Nullable SearchPlace search,
            @Nullable Flash flash) {}

    /** Proves that a form came from our own page; only people who are signed in have one. */
    public record Token(String name, String header, String value) {}

    /** One entry of the navigation as this page shows it; the heading stands on the first of its group. */
    public record Place(
            String key,
            String url,
            String icon,
            boolean active,
            @Nullable String heading) {}

    /** The address of this very page with one parameter set. */
    public interface AddressWith {
        String parameter(String name, String value);
    }

    /** @param details moments among them are told as pages tell them */
    public String t(String key, Object... details) {
        return messages.text(
                locale,
                key,
                Arrays.stream(details)
                        .map(it -> it instanceof Instant moment ? when(moment) : it)
                        .toArray());
    }

    public Locale locale() {
        return locale;
    }

    /** For the lang attribute. */
    public String language() {
        return english() ? "en" : "zh-CN";
    }

    public boolean english() {
        return locale.getLanguage().equals("en");
    }

    /** Large type, chosen by people who see badly. */
    public boolean large() {
        return screen.large();
    }

    public @Nullable Token csrf() {
        return screen.csrf();
    }

    public @Nullable Who who() {
        return screen.who();
    }

    public List<Place> navigation() {
        return screen.navigation();
    }

    public @Nullable SearchPlace search() {
        return screen.search();
    }

    /** What the step before this page has done, in a sentence. */
    public @Nullable String flash() {
        var flash = screen.flash();
        return flash == null ? null : t(flash.key(), flash.details());
    }

    /** Where what the step before this page did can be taken back; null where it cannot. */
    public Flash.@Nullable Undo undo() {
        var flash = screen.flash();
        return flash == null ? null : flash.undo();
    }

    public String path() {
        return screen.path();
    }

    /** {@code here("lang", "en")}: this page in English. */
    public String here(String parameter, String value) {
        return screen.here().parameter(parameter, value);
    }

    /** Where the tables of this very page can be taken away as they stand on it. */
    public String tables() {
        return here(TABLES, "xlsx");
    }

    /** Where this very page with its filters, from its first line on, can be taken away as a table. */
    public String table() {
        var here = here("page", "1");
        int query = here.indexOf('?');
        return here.substring(0, query) + "/xlsx" + here.substring(query);
    }

    /** {@code asset("app/staff.css")}: the address that changes with the content and may be kept for a year. */
    public String asset(String path) {
        return screen.assets().apply(path);
    }

    /** 今天 09:20, 昨天 14:05, 11月20日 14:05. */
    public String when(Instant moment) {
        return times.when(moment);
    }

    /** 今天 08:30–17:30, 今天 17:30–明天 08:30. */
    public String span(Instant from, Instant to) {
        return times.span(from, to);
    }

    public String day(LocalDate day) {
        return times.day(day);
    }

    /** For the datetime attribute of a time element. */
    public String iso(Instant moment) {
        return moment.toString();
    }

    /** 8 分钟, 1 时 40 分, 2 天. */
    public String duration(Duration duration) {
        return times.duration(duration);
    }

    /** What is left until a deadline, or by how much it is over. */
    public String left(Instant due) {
        return times.left(due);
    }

    /** The CSS class of a deadline: late, soon (half an hour), near (two hours), today (eight) or calm. */
    public String urgency(Instant due) {
        return times.urgency(due);
    }

    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
