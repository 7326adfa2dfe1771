package lianxin.platform;

import java.time.Duration;

/** Too much from one place in too short a time (429); says when to come back. */
public class RateLimited extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    public RateLimited(String what, Duration wait) {
        super(what);
        this.wait = wait;
    }

    public Duration waitFor() {
        return wait;
    }
}
