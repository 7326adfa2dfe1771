package lianxin.organization;

import static lianxin.organization.tables.TreeVersionTable.TREE_VERSION;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The version of the trees and of the posts. A node believes what it read for half a second; what it changed itself it
 * knows at once. Age is machine time, not town time: the town's clock may be moved.
 */
@Component
class Versions {

    private static final long BELIEVED_NANOS = 500_000_000;

    private final DSLContext sql;
    private volatile @Nullable Seen seen;
    private final AtomicLong committedTree = new AtomicLong();
    private final AtomicLong committedPosts = new AtomicLong();

    Versions(DSLContext sql) {
        this.sql = sql;
    }

    long tree() {
        return now().tree;
    }

    long posts() {
        return now().posts;
    }

    /** Whether the current transaction has changed something that nobody else can see yet. */
    boolean changedHere() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    /** Called first by every verb that changes a tree: such verbs queue up behind each other until the commit. */
    void treeChanges() {
        bump(TREE_VERSION.VERSION, true);
    }

    void postsChange() {
        bump(TREE_VERSION.POSTS, false);
    }

    private void bump(Field<Long> field, boolean tree) {
        var version = Objects.requireNonNull(sql.update(TREE_VERSION)
                .set(field, field.plus(1))
                .returningResult(field)
                .fetchSingle()
                .value1());
        if (changedHere()) TransactionSynchronizationManager.unbindResource(this);
        TransactionSynchronizationManager.bindResource(this, version);
        TransactionSynchronizationManager.registerSynchronization(new Change(version, tree));
    }

    private Seen now() {
        var known = seen;
        if (known != null
                && System.nanoTime() - known.nanos < BELIEVED_NANOS
                && known.tree >= committedTree.get()
                && known.posts >= committedPosts.get()) return known;
        var asked = System.nanoTime();
        var row = sql.select(TREE_VERSION.VERSION, TREE_VERSION.POSTS)
                .from(TREE_VERSION)
                .fetchSingle();
        var fresh = new Seen(row.value1(), row.value2(), asked);
        if (!changedHere()) seen = fresh;
        return fresh;
    }

    private record Seen(long tree, long posts, long nanos) {}

    /** Marks the transaction as one with changes of its own until it is over. */
    private final class Change implements TransactionSynchronization {

        private final long version;
        private final boolean tree;

        Change(long version, boolean tree) {
            this.version = version;
            this.tree = tree;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Versions.this);
        }

        @Override
        public void resume() {
            if (!changedHere()) TransactionSynchronizationManager.bindResource(Versions.this, version);
        }

        @Override
        public void afterCommit() {
            (tree ? committedTree : committedPosts).accumulateAndGet(version, Math::max);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Versions.this);
        }
    }
}
