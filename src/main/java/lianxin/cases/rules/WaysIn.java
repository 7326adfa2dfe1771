package lianxin.cases.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianxin.platform.TimeLimit;
import lianxin.platform.WorkingCalendar;
import lianxin.playbook.Label;
import org.jspecify.annotations.Nullable;

/**
 * How a matter reaches the town, as the playbook's {@code intake.yaml} says it.
 *
 * @param slipShown how long whoever took a matter down may print its slip
 */
public record WaysIn(
        boolean example, TimeLimit slipShown, List<Channel> channels, List<Asker> askers, List<Caution> cautions) {

    /**
     * @param onBehalf whether staff choose it when they take a matter down
     * @param roles posts whose holders report this way what they see themselves; null for none
     */
    public record Channel(
            String key,
            Label name,
            boolean onBehalf,
            @Nullable List<String> roles) {

        public boolean isOf(String role) {
            return roles != null && roles.contains(role);
        }
    }

    /** Who asks, told from the person concerned. */
    public record Asker(String key, Label name) {}

    /** What a writer is told when one of the words stands in the text. */
    public record Caution(String key, List<String> words, Label sentence) {

        boolean standsIn(String text) {
            return words.stream().anyMatch(text::contains);
        }
    }

    /** Empty for one that the playbook has dropped since. */
    public Optional<Channel> channel(String key) {
        return channels.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    public List<Channel> onBehalf() {
        return channels.stream().filter(Channel::onBehalf).toList();
    }

    public Optional<Asker> asker(String key) {
        return askers.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    public List<Caution> cautionsIn(String text) {
        return cautions.stream().filter(it -> it.standsIn(text)).toList();
    }

    public Instant slipShownUntil(Instant typed, WorkingCalendar calendar) {
        return slipShown.from(typed, calendar);
    }
}
