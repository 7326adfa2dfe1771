package lianxin.playbook;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The operator who mistyped a playbook reads where and what, and no stack trace. */
class PlaybookBrokenAnalyzer extends AbstractFailureAnalyzer<PlaybookBroken> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PlaybookBroken cause) {
        return new FailureAnalysis(
                String.join(System.lineSeparator(), cause.problems()), "Put these lines right and start again.", cause);
    }
}
