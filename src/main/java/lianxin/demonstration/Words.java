package lianxin.demonstration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lianxin.demonstration.Topics.Topic;

/**
 * Invented sentences of residents and units, by category, else by its major, else for anything. Nobody is named in them
 * and nobody can be called.
 */
final class Words {

    private static final String ANYTHING = "*";

    private final Map<String, List<String>> sentences = new HashMap<>();

    /** What a sentence is for. */
    enum Use {
        words,
        detail,
        progress,
        result,
        released,
        again,
        asked,
        supervised,
        scene
    }

    static Words shipped() {
        try (var file = Words.class.getResourceAsStream("/demonstration/words.csv")) {
            if (file == null) throw new IllegalStateException("demonstration/words.csv is not in the jar");
            return new Words(new String(file.readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param csv lines of category, use and sentence; the sentence is the rest of the line */
    Words(String csv) {
        for (var line : csv.lines().skip(1).filter(it -> !it.isBlank()).toList()) {
            var parts = line.split(",", 3);
            if (parts.length < 3) throw new IllegalArgumentException("demonstration/words.csv: " + line);
            var use = Use.valueOf(parts[1]);
            sentences
                    .computeIfAbsent(parts[0] + " " + use, it -> new ArrayList<>())
                    .add(parts[2].strip());
        }
    }

    String one(Topic topic, Use use, SplittableRandom chance) {
        for (var key : List.of(topic.category().key(), topic.major(), ANYTHING)) {
            var found = sentences.get(key + " " + use);
            if (found == null) continue;
            var sentence = found.get(chance.nextInt(found.size()));
            return sentence.replace("{category}", topic.category().name().zh());
        }
        throw new IllegalStateException("demonstration/words.csv has no sentence for " + use);
    }

    boolean knows(Topic topic, Use use) {
        return !of(topic.category().key(), use).isEmpty();
    }

    /** Those of one category alone. */
    List<String> of(String category, Use use) {
        return sentences.getOrDefault(category + " " + use, List.of());
    }

    /** All of them, for whoever wants to check them. */
    List<String> all() {
        return sentences.values().stream().flatMap(List::stream).toList();
    }
}
