package lianxin.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lianxin.territory.Addresses.Candidate;
import org.springframework.stereotype.Component;

/** Follows the numbers of an address below the last name in it: 第3网格, 2幢. */
@Component
class HouseNumbers {
    /** A person can choose among so many; of more the ground they stand on is offered instead. */
    private static final int TO_CHOOSE_FROM = 24;

    /** How sure the ground itself is when a number leads to more on it than anybody can choose from. */
    private static final double AMBIGUOUS = 0.5;

    private static final Pattern LEADING = Pattern.compile("\\d+");

    private final List<Numbered> numbered = new ArrayList<>();

    private record Numbered(String level, Pattern pattern) {}

    private record Wanted(String level, int number) {}

    HouseNumbers(AddressRules rules, Town town) {
        var ordered = new ArrayList<>(rules.addresses().numbers());
        ordered.sort((a, b) -> Integer.compare(town.depth(a.level()), town.depth(b.level())));
        for (var it : ordered) {
            var words = String.join("|", it.words().stream().map(Pattern::quote).toList());
            numbered.add(new Numbered(it.level(), Pattern.compile("(\\d{1,4})(?:" + words + ")")));
        }
    }

    /** The candidate itself, or those below it that the numbers lead to; several share how sure it is. */
    List<Candidate> below(Candidate candidate, String words, Ground ground, long at, double unknown) {
        var wanted = new ArrayList<Wanted>();
        for (var it : numbered) {
            var match = it.pattern.matcher(words);
            if (match.find()) wanted.add(new Wanted(it.level, Integer.parseInt(match.group(1))));
        }
        var here = List.of(candidate.area());
        for (var it : wanted) {
            var next = new ArrayList<Area>();
            for (var area : here) collect(area, it, ground, at, next);
            if (next.isEmpty()) return share(candidate, here, false, unknown);
            if (next.size() > TO_CHOOSE_FROM) return share(candidate, here, false, AMBIGUOUS);
            here = next;
        }
        return share(candidate, here, true, 1);
    }

    private static void collect(Area area, Wanted wanted, Ground ground, long at, List<Area> found) {
        if (ground.parts.ever(area.id().number())) {
            belonging(area, wanted, ground, at, found);
            return;
        }
        for (var child : ground.children(area.id().number(), at)) {
            if (!child.kind().equals(wanted.level)) collect(child, wanted, ground, at, found);
            else if (numberOf(child.name()) == wanted.number) found.add(child);
        }
    }

    private static void belonging(Area estate, Wanted wanted, Ground ground, long at, List<Area> found) {
        for (int number : ground.below(estate.id().number(), at)) {
            var part = ground.find(number, at);
            if (part != null && part.kind().equals(wanted.level) && numberOf(part.name()) == wanted.number)
                found.add(part);
        }
    }

    private static int numberOf(String name) {
        var match = LEADING.matcher(name);
        return match.find() ? Integer.parseInt(match.group()) : -1;
    }

    private static List<Candidate> share(Candidate of, List<Area> areas, boolean whole, double factor) {
        double each = of.confidence() * factor / areas.size();
        return areas.stream()
                .map(it -> new Candidate(it, each, of.by(), of.otherName(), whole))
                .toList();
    }
}
