package lianxin.organization;

import static lianxin.organization.tables.TreeVersionTable.TREE_VERSION;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The version of the trees and of the posts. Every node asks for it twice a second, so that a permission is answered
 * from memory; what was not confirmed for a second is not believed: then the question waits for the database, and
 * nothing is permitted when that does not answer. What a node changed itself it knows at once. Age is machine time, not
 * town time: the town's clock may be moved.
 */
@Component
class Versions {

    private static final Logger log = LoggerFactory.getLogger(Versions.class);
    private static final long BELIEVED_NANOS = 1_000_000_000;
    private static final long ASKED_EVERY_MILLIS = 500;

    private final DSLContext sql;
    /** Machine time; tests move it. */
    LongSupplier nanos = System::nanoTime;

    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Seen seen;
    private final AtomicLong committedTree = new AtomicLong();
    private final AtomicLong committedPosts = new AtomicLong();

    Versions(DSLContext sql) {
        this.sql = sql;
    }

    /** One question at a time; a database that does not answer gathers no queue and leaves the last answer to grow old. */
    @Scheduled(fixedRate = ASKED_EVERY_MILLIS)
    void ask() {
        if (!asking.compareAndSet(false, true)) return;
        try {
            seen = read();
        } catch (DataAccessException | org.jooq.exception.DataAccessException silent) {
            log.debug("Nobody confirms the version of trees and posts", silent);
        } finally {
            asking.set(false);
        }
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

    /** Whether that is a tree; the trees of a transaction that fills posts are those of everybody. */
    boolean treeChangedHere() {
        return TransactionSynchronizationManager.getResource(this) instanceof Change it && it.tree;
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
        var change = new Change(version, tree);
        mark(change);
        TransactionSynchronizationManager.registerSynchronization(change);
    }

    /** A change of a tree outweighs one of posts: who reads trees need not care for posts. */
    private void mark(Change change) {
        var earlier = TransactionSynchronizationManager.unbindResourceIfPossible(this);
        var stays = earlier instanceof Change it && it.tree ? it : change;
        TransactionSynchronizationManager.bindResource(this, stays);
    }

    private Seen now() {
        var known = seen;
        if (known != null
                && nanos.getAsLong() - known.nanos < BELIEVED_NANOS
                && known.tree >= committedTree.get()
                && known.posts >= committedPosts.get()) return known;
        var fresh = read();
        if (!changedHere()) seen = fresh;
        return fresh;
    }

    private Seen read() {
        var asked = nanos.getAsLong();
        return sql.select(TREE_VERSION.VERSION, TREE_VERSION.POSTS)
                .from(TREE_VERSION)
                .fetchSingle(it -> new Seen(it.value1(), it.value2(), asked));
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
            mark(this);
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
