package lianxin.playbook;

import java.util.List;

/**
 * A playbook says something the town cannot be run by. Each problem is one line: file, line, and a sentence that says
 * what is wrong, such as {@code playbooks/jiaxing/categories.yaml:12: “line” is missing.}
 */
public class PlaybookBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    PlaybookBroken(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
