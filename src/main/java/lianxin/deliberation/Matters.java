package lianxin.deliberation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.organization.Actor;
import lianxin.playbook.Label;

/** The opinions behind a topic; implemented by the module of cases. */
public interface Matters {

    /** Those of them that are open to this reader, the newest first. */
    List<Matter> open(Collection<UUID> ids, Actor reader);

    /** @param number as staff call it */
    record Matter(UUID id, String number, Label category, boolean closed, String url) {}
}
