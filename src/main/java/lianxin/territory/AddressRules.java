package lianxin.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a town reads addresses in words. */
record AddressRules(Reading addresses) {
    private static final Reading PLAIN = new Reading(0.75, List.of(), List.of());

    /** A playbook may leave it out: then only whole names and no numbers are read. */
    AddressRules(@Nullable Reading addresses) {
        this.addresses = addresses == null ? PLAIN : addresses;
    }

    /** @param certain from this confidence on a place is taken as found */
    record Reading(double certain, List<String> endings, List<Numbered> numbers) {}

    /** Words after a number that name something of a level: 3幢. */
    record Numbered(String level, List<String> words) {}

    /** Whether it is no name but a number below one, which is followed from above: 第3网格, 2幢. */
    boolean numbered(String name) {
        int start = name.startsWith("第") ? 1 : 0;
        int end = start;
        while (end < name.length() && Character.isDigit(name.charAt(end))) end++;
        var word = name.substring(end);
        return end > start && addresses.numbers.stream().anyMatch(it -> it.words.contains(word));
    }

    /** The name as people say it, without the ending everybody knows; the name itself when nothing is left. */
    String said(String name) {
        for (var ending : addresses.endings) {
            if (name.endsWith(ending) && name.length() - ending.length() >= 2)
                return name.substring(0, name.length() - ending.length());
        }
        return name;
    }
}
