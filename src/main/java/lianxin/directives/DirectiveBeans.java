package lianxin.directives;

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
class DirectiveBeans {

    @Bean
    DirectiveRules directiveRules(Playbook playbook) {
        return playbook.bind("directives.yaml", DirectiveRules.class);
    }

    @Bean
    NavEntry tasksEntry(Actors actors) {
        return new NavEntry("directives.title", "/tasks", "flag", 12)
                .opening(actors.whoMay(May.GIVE_TASKS, May.DO_TASKS, May.READ));
    }

    @Bean
    @Order(3)
    UnitLinks linksToTasks() {
        return unit -> List.of(
                new UnitLinks.Link(
                        "directives.of-unit", "/tasks/list?unit=" + unit.id().number()),
                new UnitLinks.Link(
                        "directives.below-unit",
                        "/tasks/below?unit=" + unit.id().number()));
    }

    @Bean
    Describes describesTasks(TaskBook book, Clock clock) {
        return describing(
                TaskId.KIND,
                id -> book.find(new TaskId(id), clock.instant())
                        .map(it -> new Describes.Described(it.title(), it.url())));
    }

    @Bean
    Describes describesParts(TaskBook book, Clock clock) {
        return describing(
                PartId.KIND,
                id -> book.part(new PartId(id), clock.instant())
                        .flatMap(it -> book.find(it.task(), clock.instant())
                                .map(task -> new Describes.Described(task.title(), it.url()))));
    }

    private interface ByNumber {
        Optional<Describes.Described> describe(int id);
    }

    private static Describes describing(String kind, ByNumber things) {
        return new Describes() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Optional<Described> describe(String id) {
                return id.matches("\\d{1,9}") ? things.describe(Integer.parseInt(id)) : Optional.empty();
            }
        };
    }
}
