package lianxin.evaluation;

import java.math.BigDecimal;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;

/** Figures of a score as they are printed, in the reader's language. */
final class Figures {
    private final League league;
    private final Shell shell;

    Figures(League league, Shell shell) {
        this.league = league;
        this.shell = shell;
    }

    /**
     * A figure with the range it may as well have come out in.
     *
     * @param width of the bar, in percent; nothing is drawn for the unknown
     * @param note why there is no figure
     */
    record Figure(String value, String range, boolean known, String width, String low, String span, String note) {}

    /**
     * One rate with what must be read beside it.
     *
     * @param leftOut null where there is no rate, or nobody counted then what was left out of it
     */
    record Cell(
            String key,
            String name,
            Figure figure,
            @Nullable LeftOut leftOut,
            @Nullable Cell beside) {}

    static Figure total(Scheme scheme, Score score) {
        return figure(score.total(), score.interval(), scheme.total(), "", "");
    }

    Cell cell(Indicator indicator, Score score) {
        var rate = score.rate(indicator.key());
        var beside = indicator.beside() == null ? null : cell(league.scheme().indicator(indicator.beside()), score);
        var figure = figure(rate.value(), rate.interval(), BigDecimal.valueOf(100), "%", note(indicator, rate));
        var leftOut = figure.note().isEmpty() ? rate.leftOut() : null;
        return new Cell(indicator.key(), indicator.name().in(shell.locale()), figure, leftOut, beside);
    }

    private String note(Indicator indicator, Score.Rate rate) {
        var least = league.scheme().least(indicator);
        var tooFew = !rate.value().isKnown()
                && rate.denominator().isKnown()
                && rate.denominator().amount().signum() > 0
                && rate.denominator().amount().compareTo(BigDecimal.valueOf(least)) < 0;
        return tooFew ? shell.t("evaluation.too-few", least) : "";
    }

    private static Figure figure(Value value, @Nullable Interval interval, BigDecimal full, String sign, String note) {
        if (!value.isKnown()) {
            return new Figure(value.shown(2), "", false, "0", "0", "0", note);
        }
        var range = interval == null ? "" : shown(interval.low()) + "–" + shown(interval.high());
        var low = interval == null ? value.amount() : interval.low();
        var high = interval == null ? value.amount() : interval.high();
        return new Figure(
                value.shown(2) + sign,
                range,
                true,
                percent(value.amount(), full),
                percent(low, full),
                percent(high.subtract(low), full),
                note);
    }

    private static String shown(BigDecimal amount) {
        return Value.of(amount).shown(1);
    }

    private static String percent(BigDecimal amount, BigDecimal full) {
        return Value.of(amount).times(Value.of(100)).over(Value.of(full)).shown(1);
    }
}
