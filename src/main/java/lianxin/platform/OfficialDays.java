package lianxin.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the State Council's yearly notices say about single days: which are rest days, and which weekends are worked instead. */
record OfficialDays(Map<LocalDate, Boolean> worked, Set<Integer> years) {
    private static final String NOTICES = "/calendar/cn.csv";

    static OfficialDays read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(OfficialDays.class.getResourceAsStream(NOTICES), NOTICES),
                StandardCharsets.UTF_8))) {
            return of(lines.lines().skip(1).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static OfficialDays of(List<String> lines) {
        Map<LocalDate, Boolean> worked = new HashMap<>();
        Set<Integer> years = new HashSet<>();
        for (var line : lines) {
            var cells = line.split(",", -1);
            var to = LocalDate.parse(cells[1]);
            for (var day = LocalDate.parse(cells[0]); !day.isAfter(to); day = day.plusDays(1)) {
                worked.put(day, cells[2].equals("work"));
                years.add(day.getYear());
            }
        }
        return new OfficialDays(Map.copyOf(worked), Set.copyOf(years));
    }

    boolean worked(LocalDate day) {
        return worked.getOrDefault(day, day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
    }

    boolean rest(LocalDate day) {
        return Boolean.FALSE.equals(worked.get(day));
    }

    boolean shifted(LocalDate day) {
        return Boolean.TRUE.equals(worked.get(day)) && day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
