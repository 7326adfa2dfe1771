package lianxin.cases;

import java.time.Instant;
import lianxin.organization.UnitId;
import lianxin.platform.Screening;
import lianxin.territory.AreaId;
import org.jspecify.annotations.Nullable;

/** A case as one line of a list shows it. */
record CaseRow(
        CaseId id,
        long number,
        String category,
        @Nullable String kind,
        AreaId place,
        String channel,
        Stage stage,
        UnitId holder,
        @Nullable UnitId supervisor,
        Instant due,
        Instant clockFrom,
        Instant reportedAt,
        int reworks,
        boolean signed,
        @Nullable Relief asked,
        boolean shelved,
        int urged,
        @Nullable Instant urgedAt,
        @Nullable Instant answerUntil,
        @Nullable Instant silentSince,
        @Nullable Outcome outcome,
        @Nullable String words) {

    private static final int TITLE = 40;

    /** The first of the reporter's words, numbers of persons masked; null once they were deleted, empty when hidden. */
    @Nullable
    String title() {
        if (words == null) return null;
        var line = Screening.masked(words.lines().findFirst().orElse(""));
        return line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE)) + "…";
    }

    /** For readers of whom words are no business. */
    CaseRow withoutWords() {
        return new CaseRow(
                id,
                number,
                category,
                kind,
                place,
                channel,
                stage,
                holder,
                supervisor,
                due,
                clockFrom,
                reportedAt,
                reworks,
                signed,
                asked,
                shelved,
                urged,
                urgedAt,
                answerUntil,
                silentSince,
                outcome,
                "");
    }

    boolean open() {
        return stage == Stage.REPORTED || stage == Stage.DISPATCHED;
    }

    /** How much of the limit is used up now, in percent; over 100 is late. */
    int used(Instant now) {
        var whole = Math.max(1, due.getEpochSecond() - clockFrom.getEpochSecond());
        return Math.clamp(100 * (now.getEpochSecond() - clockFrom.getEpochSecond()) / whole, 0, 999);
    }
}
