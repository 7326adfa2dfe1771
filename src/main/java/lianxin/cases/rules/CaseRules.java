package lianxin.cases.rules;

import lianxin.platform.WorkingCalendar;
import lianxin.playbook.Playbook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseRules {

    @Bean
    Categories categories(Playbook playbook) {
        return playbook.bind("categories.yaml", Categories.class);
    }

    @Bean
    DutyList dutyList(Playbook playbook) {
        return playbook.bind("duty.yaml", DutyList.class);
    }

    @Bean
    Limits limits(Playbook playbook) {
        return playbook.bind("deadlines.yaml", Limits.class);
    }

    @Bean
    Flow flow(Playbook playbook) {
        return playbook.bind("flow.yaml", Flow.class);
    }

    @Bean
    WaysIn waysIn(Playbook playbook) {
        return playbook.bind("intake.yaml", WaysIn.class);
    }

    @Bean
    Deadlines deadlines(Limits limits, Categories categories, WorkingCalendar calendar) {
        return new Deadlines(limits, categories, calendar);
    }
}
