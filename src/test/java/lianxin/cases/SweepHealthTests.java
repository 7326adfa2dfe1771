package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import lianxin.Lianxin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What the one who operates the town can ask without an account. */
@SpringBootTest(classes = Lianxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SweepHealthTests {

    @Test
    void how_many_cases_were_not_woken_is_told_and_nothing_else(@Autowired ApplicationContext town) {
        var anybody = Lane.in(town).wang();
        assertThat(anybody.open("/actuator/health/sweep").body()).contains("\"casesNotWoken\":");
        assertThat(anybody.open("/actuator/health").body())
                .contains("\"UP\"")
                .doesNotContain("casesNotWoken", "PostgreSQL");
    }
}
