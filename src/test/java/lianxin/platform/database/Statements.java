package lianxin.platform.database;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Listens on the wire between the application and its database, and tells which statements one request sent, whoever
 * sent them: the page, the session, the sign-in. Not a component: a test imports it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Statements implements Filter, BeanPostProcessor {

    private final ThreadLocal<@Nullable List<String>> sending = new ThreadLocal<>();
    private final BlockingQueue<List<String>> sent = new LinkedBlockingQueue<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource connections)) return bean;
        return ProxyDataSourceBuilder.create(connections)
                .afterQuery((execution, queries) -> queries.forEach(it -> note(it.getQuery())))
                .build();
    }

    private void note(String statement) {
        var request = sending.get();
        if (request != null) request.add(statement);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var mine = new ArrayList<String>();
        sending.set(mine);
        try {
            chain.doFilter(request, response);
        } finally {
            sending.remove();
            sent.add(mine);
        }
    }

    /** Those of the one request that is made meanwhile. */
    public List<String> during(Runnable oneRequest) {
        sent.clear();
        oneRequest.run();
        try {
            var statements = sent.poll(10, TimeUnit.SECONDS);
            if (statements == null) throw new AssertionError("Nothing was asked");
            return statements;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
