package lianxin.demonstration;

import java.util.concurrent.TimeUnit;

/** A line on the console that says how far the demonstration is: rewritten where somebody looks, sparse in a log. */
final class Progress {

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int SPARSE = 10;

    private final boolean watched = watched();
    private final long began = System.nanoTime();
    private long saidNanos = began - PAUSE_NANOS;
    private int said = -SPARSE;

    void at(double part) {
        int percent = (int) (part * 100);
        long now = System.nanoTime();
        boolean last = percent >= 100;
        if (!last && (watched ? now - saidNanos < PAUSE_NANOS : percent < said + SPARSE)) return;
        saidNanos = now;
        said = percent;
        var line = "演示城市 %d %% · %d 秒".formatted(percent, TimeUnit.NANOSECONDS.toSeconds(now - began));
        if (watched && !last) System.out.print("\r" + line + " …");
        else System.out.println((watched ? "\r" : "") + line + (last ? "，已就绪。   " : " …"));
        System.out.flush();
    }

    /** Since JDK 25 there is none again where nobody looks. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean watched() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
