package lianxin.organization;

import java.util.List;
import java.util.Optional;
import lianxin.facts.Describes;
import lianxin.platform.Forbidden;
import lianxin.platform.NavEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What this module offers to the others without being called: its facts, its things, its place in the navigation. */
@Configuration(proxyBeanMethods = false)
class OrganizationBeans {

    @Bean
    NavEntry unitsEntry(Actors actors) {
        return new NavEntry("organization.units", "/units", "sitemap", 60, "organization.base")
                .opening(actors.whoMay(May.LOOK_UP));
    }

    @Bean
    NavEntry structureEntry(Actors actors) {
        return new NavEntry("structure.structure", "/structure", "list-tree", 61, "organization.base")
                .opening(actors.whoMay(May.LOOK_UP));
    }

    @Bean
    @Order(0)
    UnitLinks linksToPosts() {
        return unit ->
                List.of(new UnitLinks.Link("posts.link", "/units/" + unit.id().number() + "/posts"));
    }

    /** bcrypt with the name of the scheme before each hash, so that a later scheme can replace it one by one. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    Describes describesUnits(Trees trees) {
        return new Describes() {
            @Override
            public String kind() {
                return UnitId.KIND;
            }

            @Override
            public Optional<Described> describe(String id) {
                if (!id.matches("\\d{1,9}")) return Optional.empty();
                var unit = new UnitId(Integer.parseInt(id));
                var tree = trees.now();
                return tree.has(unit)
                        ? Optional.of(new Described(tree.unit(unit).name(), "/units/" + id))
                        : Optional.empty();
            }
        };
    }

    /** A person is described by the post alone: name and life are nobody's business here. */
    @Bean
    Describes describesPersons(Actors actors, Trees trees, OrganizationRules rules) {
        return new Describes() {
            @Override
            public String kind() {
                return PersonId.KIND;
            }

            @Override
            public Optional<Described> describe(String id) {
                if (!id.matches("\\d{1,9}")) return Optional.empty();
                var tree = trees.now();
                return actors.of(new PersonId(Integer.parseInt(id))).posts().stream()
                        .filter(it -> tree.has(it.unit()))
                        .findFirst()
                        .map(it -> new Described(
                                tree.unit(it.unit()).name() + " · "
                                        + rules.role(it.role()).name().zh(),
                                "/units/" + it.unit().number()));
            }
        };
    }

    /**
     * Lets a controller take the one who is signed in as an argument of type {@link Actor}, and asks before every page
     * whom it is for.
     */
    @Bean
    WebMvcConfigurer actorArgument(Actors actors) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new SignedIn(actors));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Gate(actors));
            }
        };
    }

    private record SignedIn(Actors actors) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Actor resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer view,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            var principal = request.getUserPrincipal();
            if (principal == null) throw new Forbidden("nobody is signed in");
            return actors.of(principal.getName());
        }
    }
}
