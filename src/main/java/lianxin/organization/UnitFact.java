package lianxin.organization;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lianxin.facts.Fact;
import lianxin.facts.FactKind;
import lianxin.facts.Ref;
import org.jspecify.annotations.Nullable;

/** What can happen to units and posts. Public vocabulary: indicators and open data use these names. */
public sealed interface UnitFact extends Fact {

    UnitId responsible();

    @Override
    default Ref unit() {
        return responsible().ref();
    }

    /** In the charge of the unit it was put under. */
    record Created(UnitId id, UnitId responsible, String unitKind, String level, Instant validFrom)
            implements UnitFact {
        @Override
        public Ref about() {
            return id.ref();
        }
    }

    record Renamed(UnitId id, UnitId responsible, Instant validFrom) implements UnitFact {
        @Override
        public Ref about() {
            return id.ref();
        }
    }

    record Moved(
            UnitId id,
            UnitId responsible,
            TreeKind tree,
            @Nullable UnitId from,
            UnitId to,
            Instant validFrom) implements UnitFact {
        @Override
        public Ref about() {
            return id.ref();
        }
    }

    /** With all that stood below it and all it held. */
    record Merged(UnitId id, UnitId responsible, UnitId successor, Instant validFrom) implements UnitFact {
        @Override
        public Ref about() {
            return id.ref();
        }
    }

    /**
     * Some of its ground or of its units went to others.
     *
     * @param successor who has what nobody else was given; the unit itself when it lives on
     * @param heirs how many others took something over
     */
    record Split(UnitId id, UnitId responsible, UnitId successor, int heirs, Instant validFrom) implements UnitFact {
        @Override
        public Ref about() {
            return id.ref();
        }
    }

    record Dissolved(UnitId id, UnitId responsible, UnitId successor, Instant validFrom) implements UnitFact {
        @Override
        public Ref about() {
            return id.ref();
        }
    }

    /** By a Party organization that does not stand in it, such as a joint branch of several. */
    record Covered(UnitId id, UnitId responsible, UnitId by, Instant validFrom) implements UnitFact {
        @Override
        public Ref about() {
            return id.ref();
        }
    }

    record CoverEnded(UnitId id, UnitId responsible, UnitId by, Instant validTo) implements UnitFact {
        @Override
        public Ref about() {
            return id.ref();
        }
    }

    /** A whole list of units in one go, in the charge of the first of them. */
    record Imported(BatchId batch, UnitId responsible, int count, Instant validFrom) implements UnitFact {
        @Override
        public Ref about() {
            return Ref.of("batch", batch.id());
        }

        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    /** A list was a mistake; what it had brought in was never there. */
    record ImportTakenBack(BatchId batch, UnitId responsible, int count) implements UnitFact {
        @Override
        public Ref about() {
            return Ref.of("batch", batch.id());
        }

        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    record PostFilled(PostId post, UnitId responsible, String role, Instant validFrom) implements UnitFact {
        @Override
        public Ref about() {
            return post.ref();
        }
    }

    /** Many posts in one go, in the charge of the unit of the first of them. */
    record PostsImported(BatchId batch, UnitId responsible, int count) implements UnitFact {
        @Override
        public Ref about() {
            return Ref.of("batch", batch.id());
        }

        @Override
        public BigDecimal quantity() {
            return BigDecimal.valueOf(count);
        }
    }

    record PostEnded(PostId post, UnitId responsible, String role, Instant validTo) implements UnitFact {
        @Override
        public Ref about() {
            return post.ref();
        }
    }

    /** One go of an import, which can be told from every other. */
    record BatchId(UUID id) {}

    static List<FactKind> kinds() {
        return List.of(
                new FactKind("unit.created", "单位设立", "Unit set up", Created.class),
                new FactKind("unit.renamed", "单位更名", "Unit renamed", Renamed.class),
                new FactKind("unit.moved", "单位调整隶属", "Unit moved", Moved.class),
                new FactKind("unit.merged", "单位合并", "Unit merged", Merged.class),
                new FactKind("unit.split", "单位分设", "Unit split", Split.class),
                new FactKind("unit.dissolved", "单位撤销", "Unit dissolved", Dissolved.class),
                new FactKind("unit.covered", "单位由党组织覆盖", "Unit covered by a Party organization", Covered.class),
                new FactKind("unit.cover-ended", "党组织覆盖终止", "Covering of a unit ended", CoverEnded.class),
                new FactKind("unit.imported", "单位批量导入", "Units imported", Imported.class),
                new FactKind("unit.import-taken-back", "单位导入撤回", "Import of units taken back", ImportTakenBack.class),
                new FactKind("post.filled", "任职", "Post filled", PostFilled.class),
                new FactKind("post.ended", "免职", "Post ended", PostEnded.class),
                new FactKind("post.imported", "任职批量导入", "Posts imported", PostsImported.class));
    }
}
