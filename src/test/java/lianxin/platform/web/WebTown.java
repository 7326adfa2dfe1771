package lianxin.platform.web;

import java.time.ZoneId;
import lianxin.platform.CityClock;
import lianxin.platform.NavEntry;
import lianxin.platform.Who;
import lianxin.platform.WhoIs;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The web shell alone, with one account. Not a component: the scan of whole towns passes it by. */
@EnableAutoConfiguration
@ComponentScan("lianxin.platform")
@Import(WebShellTests.Pages.class)
class WebTown {

    @Bean
    CityClock clock() {
        return new CityClock(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    UserDetailsService accounts() {
        return new InMemoryUserDetailsManager(User.withUsername("lijianguo")
                .password("{noop}bamboo")
                .roles("STAFF")
                .build());
    }

    @Bean
    WhoIs whoIs() {
        return (signedIn, language) -> new Who("李建国", "示例街道", "平台管理员");
    }

    @Bean
    NavEntry inbox() {
        return new NavEntry("platform.help", "/inbox", "inbox", 1);
    }
}
