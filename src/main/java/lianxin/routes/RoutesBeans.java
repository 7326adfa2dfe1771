package lianxin.routes;

import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.platform.NavEntry;
import lianxin.playbook.Playbook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the playbook says about routes, and the module's entry in the navigation. */
@Configuration(proxyBeanMethods = false)
class RoutesBeans {

    @Bean
    RouteRules routeRules(Playbook playbook) {
        return playbook.bind("place.yaml", RouteRules.class);
    }

    @Bean
    NavEntry routesEntry(Actors actors) {
        return new NavEntry("routes.title", "/routes", "route", 42).opening(actors.whoMay(May.LOOK_UP));
    }
}
