package lianxin.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lianxin.organization.Actor;
import lianxin.organization.May;
import lianxin.organization.Units;
import lianxin.platform.Shell;
import org.springframework.stereotype.Component;

/**
 * Cases that have to do with this one, and closed ones of which it could be the same trouble.
 *
 * @param decides whether the reader may say so
 */
record SameTroublePart(boolean decides, List<Tied> tied, List<Old> candidates) implements CasePart {

    /** @param again whether the trouble of that one is back here; else that of this one is back there */
    record Tied(CaseId id, String number, boolean again) {}

    record Old(CaseId id, String number, String unit, Instant closedAt) {}

    @Override
    public boolean offers(String step) {
        return decides && step.equals("recurrence");
    }

    @Override
    public boolean active() {
        return !candidates.isEmpty() || decides && tied.stream().anyMatch(Tied::again);
    }

    @Component
    static class Source implements CasePart.Source {

        private final SameTrouble same;
        private final CaseSteps steps;
        private final Units units;
        private final Clock clock;

        Source(SameTrouble same, CaseSteps steps, Units units, Clock clock) {
            this.same = same;
            this.steps = steps;
            this.units = units;
            this.clock = clock;
        }

        @Override
        public Optional<SameTroublePart> of(Case it, Actor reader, Shell shell) {
            var tied = same.tied(it.id, reader).stream()
                    .map(other -> new Tied(other.id(), number(other.number(), other.reportedAt()), other.again()))
                    .toList();
            var open = it.stage == Stage.REPORTED || it.stage == Stage.DISPATCHED;
            var decides = open && steps.may(reader, May.DISPATCH, it.desk, it);
            var known = tied.stream().filter(Tied::again).map(Tied::id).collect(Collectors.toSet());
            var candidates = !decides
                    ? List.<Old>of()
                    : same.candidates(it, reader, clock.instant()).stream()
                            .filter(old -> !known.contains(old.id()))
                            .map(old -> new Old(
                                    old.id(),
                                    number(old.number(), old.reportedAt()),
                                    units.name(old.holder()),
                                    old.closedAt()))
                            .toList();
            if (tied.isEmpty() && candidates.isEmpty()) return Optional.empty();
            return Optional.of(new SameTroublePart(decides, tied, candidates));
        }

        private String number(long number, Instant reportedAt) {
            return CaseNumber.of(number, reportedAt, clock.getZone());
        }
    }
}
