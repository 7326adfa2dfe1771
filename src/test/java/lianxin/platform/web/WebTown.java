package lianxin.platform.web;

import java.io.IOException;
import java.time.Duration;
import lianxin.platform.CityClock;
import lianxin.platform.CspReports;
import lianxin.platform.Flash;
import lianxin.platform.Forbidden;
import lianxin.platform.FormGuard;
import lianxin.platform.Messages;
import lianxin.platform.NavEntry;
import lianxin.platform.NotFound;
import lianxin.platform.RateLimited;
import lianxin.platform.RuleBroken;
import lianxin.platform.Who;
import lianxin.platform.WhoIs;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The web shell alone, with one account and pages on which things go wrong; no database. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            JooqAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            JdbcSessionAutoConfiguration.class
        })
@ComponentScan(basePackageClasses = WebSetup.class)
@Import({Messages.class, FormGuard.class, CspReports.class, CityClock.class})
class WebTown {

    @Bean
    UserDetailsService accounts() {
        return new InMemoryUserDetailsManager(User.withUsername("lijianguo")
                .password("{noop}bamboo")
                .roles("STAFF")
                .build());
    }

    @Bean
    WhoIs whoIs() {
        return signedIn -> new Who("李建国", "示例街道", "平台管理员");
    }

    @Bean
    NavEntry inbox() {
        return new NavEntry("platform.help", "/inbox", "inbox", 1);
    }

    @Controller
    static class Pages {

        @PostMapping({"/r/broken", "/broken"})
        void broken() {
            throw new RuleBroken("platform.error.rate.text", 7);
        }

        @GetMapping({"/r/gone", "/gone"})
        void gone() {
            throw new NotFound("lamp");
        }

        @GetMapping("/forbidden")
        void forbidden() {
            throw new Forbidden("lamp");
        }

        @GetMapping("/r/often")
        void often() {
            throw new RateLimited("reports", Duration.ofMinutes(3));
        }

        @GetMapping({"/r/crash", "/crash"})
        void crash() throws IOException {
            throw new IOException("secret telephone 13800000000");
        }

        @GetMapping("/r/number/{number}")
        void number(@PathVariable int number) {}

        @PostMapping("/r/photo")
        @ResponseBody
        String photo(@RequestParam MultipartFile photo) {
            return "got " + photo.getSize();
        }

        @PostMapping("/done")
        String done(RedirectAttributes next) {
            next.addFlashAttribute("flash", Flash.of("platform.error.reference", "DT-7"));
            return "redirect:/";
        }
    }
}
