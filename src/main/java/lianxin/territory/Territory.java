package lianxin.territory;

import lianxin.organization.Actors;
import lianxin.organization.May;
import lianxin.platform.NavEntry;
import lianxin.playbook.Playbook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the playbook says about the ground, and the module's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class Territory {

    @Bean
    Town town(Playbook playbook) {
        return playbook.bind("place.yaml", Town.class);
    }

    @Bean
    WorkLines workLines(Playbook playbook) {
        return playbook.bind("organization.yaml", WorkLines.class);
    }

    @Bean
    AddressRules addressRules(Playbook playbook) {
        return playbook.bind("place.yaml", AddressRules.class);
    }

    @Bean
    GridRules gridRules(Playbook playbook) {
        return playbook.bind("place.yaml", GridRules.class);
    }

    @Bean
    PartyBodies partyBodies(Playbook playbook) {
        return playbook.bind("organization.yaml", PartyBodies.class);
    }

    @Bean
    NavEntry mapEntry(Actors actors) {
        return new NavEntry("territory.map", "/map", "map-2", 40).opening(actors.whoMay(May.LOOK_UP));
    }
}
