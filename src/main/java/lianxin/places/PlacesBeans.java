package lianxin.places;

import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.platform.NavEntry;
import lianxin.playbook.Playbook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the playbook says about places, and the module's entry in the navigation. */
@Configuration(proxyBeanMethods = false)
class PlacesBeans {

    @Bean
    PlaceRules placeRules(Playbook playbook) {
        return playbook.bind("place.yaml", PlaceRules.class);
    }

    @Bean
    NavEntry placesEntry(Actors actors) {
        return new NavEntry("places.title", "/places", "building", 41).opening(actors.whoMay(May.LOOK_UP));
    }
}
