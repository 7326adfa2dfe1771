package lianxin.cases.rules;

import java.util.List;
import lianxin.playbook.Label;

/** A class of things that can be asked for. Conditions and needs only, never persons. */
public record Category(
        String key,
        Label name,
        String kind,
        String line,
        String urgency,
        boolean publicSpace,
        boolean photoUseful,
        List<String> keywords,
        Label condition) {}
