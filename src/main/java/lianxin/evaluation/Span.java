package lianxin.evaluation;

/** How long a period is for which units are compared. */
enum Span {
    MONTH(1),
    YEAR(12);

    final int months;

    Span(int months) {
        this.months = months;
    }
}
