package lianxin.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lianxin.platform.PhotoId;
import org.jspecify.annotations.Nullable;

/**
 * 前后对比: how a matter of public space was solved, in words of the unit that led, with pictures of its own work.
 *
 * @param by who wrote it: a reference, never a name
 * @param releasedAt since when everybody may read it; null while nobody outside may
 * @param pictures those on which somebody has seen that faces, plates and doors are masked
 */
record Story(
        UUID id,
        CaseId caseId,
        String title,
        String text,
        String by,
        @Nullable Instant releasedAt,
        List<CaseDetails.Picture> pictures) {

    static final int LONGEST_TITLE = 40;
    static final int LONGEST_TEXT = 300;

    /** So long after closing it may be told: sooner, the neighbors would know whose matter it was. */
    static final Duration LATER = Duration.ofDays(7);

    boolean shows(PhotoId photo) {
        return pictures.stream().anyMatch(it -> it.photo().equals(photo));
    }

    List<CaseDetails.Picture> of(Moment moment) {
        return pictures.stream().filter(it -> it.moment() == moment).toList();
    }
}
