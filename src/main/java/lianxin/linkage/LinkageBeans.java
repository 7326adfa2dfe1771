package lianxin.linkage;

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
class LinkageBeans {

    @Bean
    LinkageRules linkageRules(Playbook playbook) {
        return playbook.bind("linkage.yaml", LinkageRules.class);
    }

    @Bean
    NavEntry linksEntry(Actors actors) {
        return new NavEntry("linkage.title", "/links", "heart-handshake", 64, "organization.base")
                .opening(actors.whoMay(May.LOOK_UP));
    }

    @Bean
    @Order(2)
    UnitLinks linksToContactPoints(LinkageRules rules) {
        return unit -> rules.systems().stream()
                        .anyMatch(it -> it.categories().stream()
                                .anyMatch(category -> category.kinds().contains(unit.kind())))
                ? List.of(new UnitLinks.Link(
                        "linkage.of-unit", "/links/list?unit=" + unit.id().number()))
                : List.of();
    }

    @Bean
    Describes describesLinks(LinkBook book, LinkNames names, LinkageRules rules, Clock clock) {
        return new Describes() {
            @Override
            public String kind() {
                return LinkId.KIND;
            }

            @Override
            public Optional<Described> describe(String id) {
                if (!id.matches("\\d{1,9}")) return Optional.empty();
                return book.last(new LinkId(Integer.parseInt(id)), clock.instant())
                        .map(it -> new Described(
                                rules.systemName(it.system()).zh() + " · " + names.object(it, clock.instant()),
                                "/links/" + it.id()));
            }
        };
    }
}
