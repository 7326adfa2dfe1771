package lianxin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lianxin.organization.OrganizationRules;
import lianxin.organization.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Walks every address of the town as everybody: a stranger, somebody with an account and no post, and a holder of each
 * role of the playbook, once where the matter belongs and once elsewhere. What opens to whom is kept in a file; an
 * address that is not in it fails. Rewrite it with {@code -Dwrite-permissions=1} and look at every changed name.
 */
@SpringBootTest(properties = "lianxin.demo=false")
@AutoConfigureMockMvc
class EveryPageTests {

    private static final Path GOLDEN = Path.of("src/test/resources/permissions.txt");
    private static final String STRANGER = "stranger";

    @Autowired
    MockMvc browser;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationContext town;

    private EveryMatter matters;

    @Test
    void every_address_opens_to_whom_the_table_says_and_to_nobody_else() throws Exception {
        matters = new EveryMatter(town);
        matters.settle();
        var roles = town.getBean(OrganizationRules.class).roles();
        var table = new TreeMap<String, String>();
        for (var address : addresses()) table.put(address.toString(), openTo(address, roles));
        var now =
                table.entrySet().stream().map(it -> it.getKey() + it.getValue()).collect(Collectors.joining("\n"));
        if (System.getProperty("write-permissions") != null) Files.writeString(GOLDEN, now + "\n");
        assertThat(now)
                .as("what opens to whom; rewrite %s with -Dwrite-permissions=1 if you meant it", GOLDEN)
                .isEqualTo(Files.readString(GOLDEN).strip());
    }

    record Address(HttpMethod method, String pattern) {

        /** Pages for everybody know nobody as signed in. */
        boolean forEverybody() {
            return pattern.startsWith("/r/")
                    || pattern.startsWith("/stories")
                    || pattern.startsWith("/topics")
                    || Set.of("/csp-report", "/error").contains(pattern);
        }

        @Override
        public String toString() {
            return pattern + " " + method;
        }
    }

    private List<Address> addresses() {
        var all = new ArrayList<Address>();
        mappings.getHandlerMethods().forEach((mapping, page) -> {
            if (!page.getBeanType().getPackageName().startsWith("lianxin")) return;
            var methods = mapping.getMethodsCondition().getMethods();
            for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                for (var pattern : mapping.getPatternValues()) all.add(new Address(method.asHttpMethod(), pattern));
        });
        return all;
    }

    private String openTo(Address address, List<Role> roles) throws Exception {
        var everywhere = new ArrayList<String>();
        var here = new ArrayList<String>();
        if (opens(address, null)) everywhere.add(STRANGER);
        if (!address.forEverybody()) {
            if (opens(address, EveryHolder.NO_POST)) everywhere.add(EveryHolder.NO_POST);
            for (var role : roles) {
                var there = opens(address, role.key() + EveryHolder.ELSEWHERE);
                if (opens(address, role.key())) (there ? everywhere : here).add(role.key());
                else
                    assertThat(there)
                            .as("%s opens to %s elsewhere only", address, role.key())
                            .isFalse();
            }
        }
        return (everywhere.isEmpty() ? "" : "\n    everywhere: " + String.join(" ", everywhere))
                + (here.isEmpty() ? "" : "\n    there: " + String.join(" ", here));
    }

    /** Whatever the step did is undone again. */
    private boolean opens(Address address, @Nullable String signIn) {
        return Boolean.TRUE.equals(transaction.execute(undone -> {
            undone.setRollbackOnly();
            try {
                return asked(address, signIn);
            } catch (Exception failed) {
                throw new IllegalStateException(address + " as " + signIn, failed);
            }
        }));
    }

    private boolean asked(Address address, @Nullable String signIn) throws Exception {
        var names = matters.namesIn(address.pattern);
        var url = UriComponentsBuilder.fromPath(address.pattern)
                .buildAndExpand(names)
                .toUri();
        var request = address.method == HttpMethod.POST
                ? MockMvcRequestBuilders.multipart(url)
                : MockMvcRequestBuilders.request(address.method, url);
        request.with(csrf());
        if (signIn != null) request.with(user(signIn));
        if (address.method == HttpMethod.POST) matters.form().forEach(request::param);
        else request.param("measure", "needClose");
        var answer = browser.perform(request).andReturn().getResponse();
        var status = answer.getStatus();
        assertThat(status).as("%s as %s", address, signIn).isLessThan(500);
        var shownOut = status == 401 || status == 403 || "/sign-in".equals(answer.getRedirectedUrl());
        return !shownOut;
    }
}
