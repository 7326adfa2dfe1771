package lianxin.bodies;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lianxin.facts.Describes;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.organization.UnitLinks;
import lianxin.platform.NavEntry;
import lianxin.playbook.Playbook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What this module offers to the others without being called: its things, its places in the navigation. */
@Configuration(proxyBeanMethods = false)
class BodyBeans {

    @Bean
    BodyRules bodyRules(Playbook playbook) {
        return playbook.bind("bodies.yaml", BodyRules.class);
    }

    @Bean
    NavEntry bodiesEntry(Actors actors) {
        return new NavEntry("bodies.title", "/bodies", "users", 62, "organization.base")
                .opening(actors.whoMay(May.LOOK_UP));
    }

    @Bean
    NavEntry axisEntry(Actors actors) {
        return new NavEntry("bodies.axis", "/axis", "link", 62, "organization.base")
                .opening(actors.whoMay(May.LOOK_UP));
    }

    @Bean
    NavEntry sharedEntry(Actors actors) {
        return new NavEntry("bodies.shared-with-us", "/shared", "users", 63, "organization.base")
                .opening(actors.whoMay(May.SEE_SHARED));
    }

    @Bean
    @Order(1)
    UnitLinks linksToBodies() {
        return unit -> List.of(
                new UnitLinks.Link("bodies.of-unit", "/bodies?unit=" + unit.id().number()),
                new UnitLinks.Link(
                        "bodies.work", "/bodies/work?unit=" + unit.id().number()));
    }

    @Bean
    Describes describesBodies(BodyBook book, Clock clock) {
        return new Describes() {
            @Override
            public String kind() {
                return BodyId.KIND;
            }

            @Override
            public Optional<Described> describe(String id) {
                if (!id.matches("\\d{1,9}")) return Optional.empty();
                return book.find(new BodyId(Integer.parseInt(id)), clock.instant())
                        .map(it -> new Described(it.name(), "/bodies/" + it.id()));
            }
        };
    }
}
