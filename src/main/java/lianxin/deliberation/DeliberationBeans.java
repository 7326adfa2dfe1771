package lianxin.deliberation;

import java.util.Optional;
import lianxin.facts.Describes;
import lianxin.facts.FactKinds;
import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module offers to the others without being called: its facts, its things, its place in the navigation. */
@Configuration(proxyBeanMethods = false)
class DeliberationBeans {

    @Bean
    FactKinds topicFacts() {
        return TopicFact::kinds;
    }

    @Bean
    NavEntry topicsEntry(Actors actors) {
        return new NavEntry("topics.title", "/concerns", "message", 13)
                .opening(actors.whoMay(May.DISPATCH, May.HANDLE, May.SUPERVISE));
    }

    @Bean
    Describes describesTopics(TopicRows rows) {
        return new Describes() {
            @Override
            public String kind() {
                return TopicId.KIND;
            }

            @Override
            public Optional<Described> describe(String id) {
                return id.matches("\\d{1,9}")
                        ? rows.find(new TopicId(Integer.parseInt(id)))
                                .map(it -> new Described(it.title(), "/concerns/" + it.id()))
                        : Optional.empty();
            }
        };
    }
}
