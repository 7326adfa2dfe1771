package lianxin.organization;

import java.util.UUID;

/** A change of a post that was proposed to the level above. */
public record FilingId(UUID id) {}
