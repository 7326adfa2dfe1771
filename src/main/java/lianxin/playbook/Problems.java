package lianxin.playbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with one file, collected while it is read, told in the order of its lines. */
final class Problems {

    private record At(int line, String sentence) {}

    private final String path;
    private final List<At> found = new ArrayList<>();

    Problems(String path) {
        this.path = path;
    }

    void add(int line, String sentence) {
        found.add(new At(line, sentence));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<String> sentences() {
        return found.stream()
                .sorted(Comparator.comparingInt(At::line))
                .map(it -> path + ":" + it.line() + ": " + it.sentence())
                .distinct()
                .toList();
    }
}
