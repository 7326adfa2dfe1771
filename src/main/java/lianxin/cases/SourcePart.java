package lianxin.cases;

import java.util.Optional;
import lianxin.organization.Actor;
import lianxin.platform.Shell;
import org.springframework.stereotype.Component;

/** Under which number another system knows the case. */
record SourcePart(String system, String number, boolean asksItself) implements CasePart {

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

        private final SourceRows rows;

        Source(SourceRows rows) {
            this.rows = rows;
        }

        @Override
        public Optional<SourcePart> of(Case it, Actor reader, Shell shell) {
            return rows.of(it).map(origin -> new SourcePart(origin.system(), origin.number(), it.heardElsewhere));
        }
    }
}
