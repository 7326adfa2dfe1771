package lianxin.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lianxin.Lianxin;
import lianxin.platform.web.Browser;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** Signing in as a browser does it: password, code, other places, and a second node. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "lianxin.demo=false")
class SignInTests {

    private static final String PASSWORD = "bamboo in the rain";
    private static int number;

    @LocalServerPort
    int port;

    @Autowired
    Units units;

    @Autowired
    OrganizationRules rules;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondFactors factors;

    @Autowired
    Clock clock;

    @Autowired
    DSLContext sql;

    @Autowired
    Environment environment;

    String li;
    Browser desk;

    @BeforeEach
    void li_has_an_account() {
        if (units.byCode("3304").isEmpty()) {
            units.importUnits(rules.unitsOf(Cast.areas()), Cast.LONG_AGO, "first list", Actor.SYSTEM);
        }
        li = "li.qinghe" + ++number;
        var person = posts.register(List.of("李青禾"), true, Actor.SYSTEM).getFirst();
        accounts.open(person, li, PASSWORD, Actor.SYSTEM);
        var street = units.byCode("330402005").orElseThrow().id();
        posts.fill(new Posts.Seat(person, street, "leader", Cast.LONG_AGO, null), "term", Actor.SYSTEM);
        desk = new Browser(port);
    }

    @AfterEach
    void forget_wrong_tries() {
        sql.execute("DELETE FROM platform.wrong_sign_in");
    }

    @Test
    void with_a_second_factor_the_password_alone_makes_no_session() {
        var secret = factors.begun(li);
        factors.confirm(li, code(secret, -1));
        var before = sessions();

        var asked = desk.signIn(li, PASSWORD);
        assertThat(asked.uri().getPath()).isEqualTo("/sign-in/code");
        assertThat(sessions()).isEqualTo(before);
        assertThat(desk.get("/units").uri().getPath()).isEqualTo("/sign-in");

        assertThat(answer("000000").uri().toString()).endsWith("/sign-in/code?wrong");
        assertThat(sessions()).isEqualTo(before);
        assertThat(answer(code(secret, 0)).statusCode()).isEqualTo(200);
        assertThat(sessions()).isEqualTo(before + 1);
        assertThat(desk.get("/account").body()).contains("已启用", "当前");
    }

    @Test
    void the_code_page_is_for_whoever_gave_the_password_and_for_nobody_else() {
        assertThat(desk.get("/sign-in/code").uri().toString()).endsWith("/sign-in?stale");
        assertThat(desk.post("/sign-in/code", "code=123456").uri().toString()).endsWith("/sign-in?stale");
    }

    @Test
    void wrong_names_and_wrong_passwords_get_the_same_answer_and_have_to_wait_alike() {
        for (var name : List.of(li, "nobody-at-all")) {
            for (var i = 0; i < 5; i++)
                assertThat(desk.signIn(name, "wrong").uri().getQuery()).isEqualTo("wrong");
            assertThat(desk.signIn(name, PASSWORD).uri().getQuery()).isEqualTo("wait=1");
        }
    }

    @Test
    void signing_out_everywhere_ends_it_on_the_other_node_too() {
        var settings = new String[] {
            "lianxin.database.url", "lianxin.database.owner.user", "lianxin.database.owner.password",
            "lianxin.database.application.user", "lianxin.database.application.password", "lianxin.data"
        };
        var arguments = Stream.concat(
                        Stream.of("--server.port=0"),
                        Arrays.stream(settings).map(it -> "--" + it + "=" + environment.getProperty(it)))
                .toArray(String[]::new);
        try (var second = new SpringApplicationBuilder(Lianxin.class)
                .properties("lianxin.demo=false")
                .run(arguments)) {
            var telephone = new Browser(port);
            telephone.signIn(li, PASSWORD);
            desk.signIn(li, PASSWORD);
            var otherPort = second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            var elsewhere = desk.at(otherPort);
            assertThat(elsewhere.get("/account").uri().getPath())
                    .as("the second node knows the session")
                    .isEqualTo("/account");

            desk.post("/account/sign-out-everywhere", desk.csrf());

            assertThat(elsewhere.get("/account").uri().getPath()).isEqualTo("/sign-in");
            assertThat(telephone.get("/account").uri().getPath()).isEqualTo("/sign-in");
            assertThat(sql.fetchCount(
                            DSL.table("platform.spring_session"), DSL.condition("principal_name = {0}", DSL.val(li))))
                    .isZero();
        }
    }

    @Test
    void a_new_password_signs_out_every_other_place() {
        var telephone = new Browser(port);
        telephone.signIn(li, PASSWORD);
        desk.signIn(li, PASSWORD);

        var changed = desk.post(
                "/account/password",
                desk.csrf() + "&old=" + url(PASSWORD) + "&fresh=" + url("a sentence of mine") + "&again="
                        + url("a sentence of mine"));
        assertThat(changed.body()).contains("密码已修改");
        assertThat(desk.get("/account").uri().getPath()).isEqualTo("/account");
        assertThat(telephone.get("/account").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void with_a_one_time_password_nothing_opens_but_the_own_account() {
        var person = posts.register(List.of("沈小舟"), true, Actor.SYSTEM).getFirst();
        posts.fill(
                new Posts.Seat(person, units.byCode("330402005").orElseThrow().id(), "leader", Cast.LONG_AGO, null),
                "term",
                Actor.SYSTEM);
        var once = accounts.open(person, "shen" + number, Actor.SYSTEM);
        desk.signIn(once.signIn(), once.password());

        assertThat(desk.get("/units").uri().getPath()).isEqualTo("/account");
        assertThat(desk.get("/account").body()).contains("一次性密码");
        desk.post(
                "/account/password",
                desk.csrf() + "&old=" + once.password() + "&fresh=" + url("a sentence of mine") + "&again="
                        + url("a sentence of mine"));
        assertThat(desk.get("/units").uri().getPath()).isEqualTo("/units");
    }

    private HttpResponse<String> answer(String code) {
        var action = Browser.found(desk.get("/sign-in/code").body(), "action=\"([^\"]+)\"")
                .replace("&amp;", "&");
        return desk.post(action, "code=" + code);
    }

    private String code(byte[] secret, int steps) {
        return Totp.code(secret, clock.instant().getEpochSecond() / 30 + steps, 6);
    }

    private int sessions() {
        return sql.fetchCount(DSL.table("platform.spring_session"));
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
