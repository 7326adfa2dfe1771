package lianxin.playbook;

import java.time.ZoneId;
import java.util.List;
import lianxin.platform.CityClock;
import lianxin.platform.WorkingCalendar;
import lianxin.platform.WorkingHours;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock on the town hall and the hours on its door, as the playbook's {@code place.yaml} says. */
@Configuration(proxyBeanMethods = false)
class TownTime {

    @Bean
    CityClock cityClock(Playbook playbook) {
        return new CityClock(place(playbook).zone());
    }

    @Bean
    WorkingCalendar workingCalendar(Playbook playbook) {
        var place = place(playbook);
        return new WorkingCalendar(place.zone(), place.workingHours());
    }

    private static Place place(Playbook playbook) {
        return playbook.bind("place.yaml", Place.class);
    }

    record Place(ZoneId zone, List<WorkingHours> workingHours) {}
}
