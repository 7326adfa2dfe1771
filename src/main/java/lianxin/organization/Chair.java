package lianxin.organization;

/**
 * A seat, whoever sits on it: the unit, the role, and what the post is for there where several hold the role. Who comes
 * next on the same seat finds what was tied to it.
 *
 * @param duty empty where the role says enough
 */
public record Chair(UnitId unit, String role, String duty) {}
