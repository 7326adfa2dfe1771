package lianxin.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What browsers refused to load on our pages: a fault of ours every time. Browser tests expect it to be empty. */
@Component
public class CspReports {

    private static final Logger LOG = LoggerFactory.getLogger(CspReports.class);
    private static final int KEPT = 50;

    private final Deque<Blocked> recent = new ArrayDeque<>();

    /** No address of a page is kept: a resident's holds the private link. */
    public record Blocked(String directive, String what) {}

    public synchronized List<Blocked> recent() {
        return List.copyOf(recent);
    }

    public synchronized void add(Blocked blocked) {
        LOG.warn("A browser blocked {} by {}", blocked.what(), blocked.directive());
        if (recent.size() == KEPT) {
            recent.removeFirst();
        }
        recent.addLast(blocked);
    }

    public synchronized void clear() {
        recent.clear();
    }
}
