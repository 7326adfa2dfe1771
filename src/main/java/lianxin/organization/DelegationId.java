package lianxin.organization;

import java.util.UUID;

/** That somebody acts for the holder of a post for a while. */
public record DelegationId(UUID id) {}
