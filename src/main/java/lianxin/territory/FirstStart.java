package lianxin.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lianxin.organization.FirstAdministrator;
import lianxin.organization.Trees;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The first start of a real town, when the operator names the first administrator: an empty town gets the divisions of
 * its playbook, and if nobody at all can sign in, this one can, once, with a password told on the console. On any later
 * start nothing happens.
 */
@Component
class FirstStart {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private final String signIn;
    private final boolean demonstration;
    private final FirstAdministrator administrators;
    private final Founding founding;
    private final Trees trees;
    private final Clock clock;

    FirstStart(
            @Value("${lianxin.first-administrator:}") String signIn,
            @Value("${lianxin.demo:false}") boolean demonstration,
            FirstAdministrator administrators,
            Founding founding,
            Trees trees,
            Clock clock) {
        this.signIn = signIn.strip();
        this.demonstration = demonstration;
        this.administrators = administrators;
        this.founding = founding;
        this.trees = trees;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        if (signIn.isEmpty()) return;
        if (demonstration) {
            log.error("lianxin.first-administrator is for a real town: leave out lianxin.demo, then start again");
            return;
        }
        if (trees.now().size() == 0) {
            var year = LocalDate.ofInstant(clock.instant(), clock.getZone()).withDayOfYear(1);
            founding.found(year.atStartOfDay(clock.getZone()).toInstant());
            var units = trees.now().size();
            log.info("The divisions of the playbook stand: {} units", units);
        }
        administrators.appoint(signIn).ifPresent(once -> {
            var until = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                    .format(once.until().atZone(clock.getZone()));
            System.out.println("首位管理员 · first administrator: " + once.signIn());
            System.out.println("一次性密码 · one-time password: " + once.password());
            System.out.println("请在 /sign-in 登录并修改 · sign in at /sign-in and change it by " + until);
        });
    }
}
