package lianxin.facts;

/**
 * A kind of fact, declared once by the module that records it. Its name is the vocabulary of indicators and open data:
 * attributes may be added, never renamed, retyped or removed; a changed meaning is a new kind.
 *
 * @param name such as {@code case.closed}
 */
public record FactKind(String name, String zh, String en, Class<? extends Fact> type) {}
