package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.platform.PhotoId;
import lianxin.platform.Screening;
import lianxin.platform.Shell;
import lianxin.territory.AreaId;
import lianxin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All who ask for the same: the reports that joined this case, the case this report was joined to, and open cases to which
 * it could be.
 *
 * @param decides whether the reader may join and part
 * @param parts whether what was joined may be parted now
 */
record JoiningPart(boolean decides, boolean parts, @Nullable Joined lead, List<Voice> voices, List<Joined> candidates)
        implements CasePart {

    /** @param words as much as may be shown; null once their time is over */
    record Joined(
            CaseId id,
            String number,
            String place,
            Instant at,
            @Nullable String words) {}

    record Voice(
            CaseId id,
            String number,
            String place,
            Instant at,
            @Nullable String words,
            List<Addition> additions,
            List<PhotoId> pictures,
            List<Voices.Said> answers) {}

    @Override
    public boolean offers(String step) {
        return step.equals("joining") && !candidates.isEmpty() || step.equals("parting") && parts;
    }

    @Override
    public boolean active() {
        return !candidates.isEmpty();
    }

    @Component
    static class Source implements CasePart.Source {

        private final Joinings joinings;
        private final Voices voices;
        private final CaseQueries queries;
        private final CaseSteps steps;
        private final Areas areas;
        private final Clock clock;

        Source(Joinings joinings, Voices voices, CaseQueries queries, CaseSteps steps, Areas areas, Clock clock) {
            this.joinings = joinings;
            this.voices = voices;
            this.queries = queries;
            this.steps = steps;
            this.areas = areas;
            this.clock = clock;
        }

        @Override
        public Optional<JoiningPart> of(Case it, Actor reader, Shell shell) {
            var decides = steps.may(reader, May.DISPATCH, it.desk, it);
            var heard = it.voices > 1 || it.steppedBack ? voices.of(it.id) : List.<Voices.Voice>of();
            var candidates = decides ? joinings.candidates(it) : List.<Voices.Open>of();
            if (it.joined == null && heard.isEmpty() && candidates.isEmpty()) return Optional.empty();
            var open = it.stage == Stage.REPORTED || it.stage == Stage.DISPATCHED;
            return Optional.of(new JoiningPart(
                    decides,
                    decides && open && it.voices > 1,
                    it.joined == null ? null : lead(it.joined),
                    heard.stream().map(this::voice).toList(),
                    candidates.stream().map(this::candidate).toList()));
        }

        private @Nullable Joined lead(CaseId id) {
            return queries.find(id)
                    .map(it -> new Joined(
                            id, number(it.number(), it.reportedAt()), place(it.place()), it.reportedAt(), null))
                    .orElse(null);
        }

        private Voice voice(Voices.Voice it) {
            var said = it.additions().stream()
                    .map(each -> new Addition(each.kind(), Screening.masked(each.words()), each.saidAt()))
                    .toList();
            return new Voice(
                    it.id(),
                    number(it.number(), it.reportedAt()),
                    place(it.place()),
                    it.reportedAt(),
                    masked(it.words()),
                    said,
                    it.pictures(),
                    it.answers());
        }

        private Joined candidate(Voices.Open it) {
            return new Joined(
                    it.id(),
                    number(it.number(), it.reportedAt()),
                    place(it.place()),
                    it.reportedAt(),
                    masked(it.words()));
        }

        private static @Nullable String masked(@Nullable String words) {
            return words == null ? null : Screening.masked(words);
        }

        private String place(AreaId place) {
            return areas.address(place, clock.instant());
        }

        private String number(long number, Instant reportedAt) {
            return CaseNumber.of(number, reportedAt, clock.getZone());
        }
    }
}
