package lianxin.places;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A goal over time on a sheet of 600 by 120: the stairs of what stood, the line of what was planned, and the day on which it
 * was due.
 */
record GoalPicture(String stairs, int planned, int due, LocalDate first, LocalDate last) {
    static final int WIDTH = 600;
    static final int HEIGHT = 120;
    private static final int TOP = 12;

    static GoalPicture of(PlaceGoals.Progress goal, LocalDate today) {
        var steps = goal.steps();
        var first = steps.isEmpty() || goal.due().isBefore(steps.getFirst().day())
                ? goal.due()
                : steps.getFirst().day();
        if (today.isBefore(first)) first = today;
        first = first.minusDays(14);
        var last = (goal.due().isAfter(today) ? goal.due() : today).plusDays(14);
        int most = Math.max(
                goal.planned(),
                steps.stream().mapToInt(PlaceGoals.Step::built).max().orElse(0));
        var axes = new Axes(first, ChronoUnit.DAYS.between(first, last), most);
        var path = new StringBuilder("M0 " + axes.y(0));
        for (var step : steps)
            path.append("H").append(axes.x(step.day())).append("V").append(axes.y(step.built()));
        path.append("H").append(axes.x(today));
        return new GoalPicture(path.toString(), axes.y(goal.planned()), axes.x(goal.due()), first, last);
    }

    private record Axes(LocalDate first, long days, int most) {

        int x(LocalDate day) {
            return (int) (ChronoUnit.DAYS.between(first, day) * WIDTH / Math.max(1, days));
        }

        int y(int count) {
            return HEIGHT - 1 - (HEIGHT - 1 - TOP) * count / Math.max(1, most);
        }
    }
}
