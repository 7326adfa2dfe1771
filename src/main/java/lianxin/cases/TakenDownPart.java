package lianxin.cases;

import java.util.Optional;
import lianxin.cases.rules.WaysIn;
import lianxin.organization.Actor;
import lianxin.organization.Units;
import lianxin.platform.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who asked, whom it concerns and where it was typed, in words.
 *
 * @param own whether this reader typed it
 * @param slip where this reader may print the slip again; null where not
 */
record TakenDownPart(
        String asker,
        String concerned,
        String typedIn,
        boolean own,
        @Nullable String slip) implements CasePart {

    @Override
    public boolean offers(String step) {
        return false;
    }

    @Override
    public boolean active() {
        return false;
    }

    @Component
    static class Source implements CasePart.Source {

        private final TakenDownRows rows;
        private final OnBehalf onBehalf;
        private final WaysIn ways;
        private final Units units;

        Source(TakenDownRows rows, OnBehalf onBehalf, WaysIn ways, Units units) {
            this.rows = rows;
            this.onBehalf = onBehalf;
            this.ways = ways;
            this.units = units;
        }

        @Override
        public Optional<TakenDownPart> of(Case it, Actor reader, Shell shell) {
            return rows.of(it)
                    .map(taken -> new TakenDownPart(
                            ways.asker(taken.asker())
                                    .map(asker -> asker.name().in(shell.locale()))
                                    .orElse(taken.asker()),
                            concerned(taken, shell),
                            units.name(taken.in()),
                            taken.by(reader),
                            onBehalf.showsSlip(taken, reader) ? "/cases/" + it.id + "/slip" : null));
        }

        private String concerned(TakenDown taken, Shell shell) {
            var enterprise = taken.enterprise();
            return enterprise == null
                    ? shell.t("intake.concerned." + taken.concerned().name())
                    : units.name(enterprise);
        }
    }
}
