package lianxin.cases;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much some words have in common with the questions that are kept: pairs of neighboring characters, and whole words of
 * scripts that set them apart. What stands in many questions says little about one of them.
 */
final class Likeness {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]{2,}");

    /** Below this share in common it is another question. */
    private static final double LEAST = 0.25;

    private static final double SAME_CATEGORY = 0.2;

    private final Map<String, Double> weights = new HashMap<>();
    private final double rarest;

    private Likeness(List<KeptAnswer> answers) {
        var in = new HashMap<String, Integer>();
        answers.forEach(it -> pieces(it.draft().question()).forEach(piece -> in.merge(piece, 1, Integer::sum)));
        in.forEach((piece, times) -> weights.put(piece, Math.log(1 + (double) answers.size() / times)));
        this.rarest = Math.log(1 + answers.size());
    }

    /** The likeliest first. */
    static List<KeptAnswer> among(List<KeptAnswer> answers, String category, String words) {
        var likeness = new Likeness(answers);
        var asked = pieces(words);
        record Scored(KeptAnswer answer, double score) {}
        return answers.stream()
                .map(it ->
                        new Scored(it, likeness.share(asked, pieces(it.draft().question()))))
                .filter(it -> it.score >= LEAST)
                .map(it -> it.answer.draft().category().equals(category)
                        ? new Scored(it.answer, it.score + SAME_CATEGORY)
                        : it)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .map(Scored::answer)
                .toList();
    }

    /** Of the shorter of the two: a long report may hold a short question, and two words ask for a long one. */
    private double share(Set<String> asked, Set<String> question) {
        var common = new HashSet<>(asked);
        common.retainAll(question);
        var least = Math.min(weight(asked), weight(question));
        return least == 0 ? 0 : weight(common) / least;
    }

    private double weight(Set<String> pieces) {
        return pieces.stream()
                .mapToDouble(it -> weights.getOrDefault(it, rarest))
                .sum();
    }

    static Set<String> pieces(String text) {
        var pieces = new HashSet<String>();
        HAN.matcher(text).results().forEach(run -> {
            var characters = run.group();
            if (characters.length() == 1) pieces.add(characters);
            for (int i = 0; i + 1 < characters.length(); i++) pieces.add(characters.substring(i, i + 2));
        });
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(word -> pieces.add(word.group()));
        return pieces;
    }
}
