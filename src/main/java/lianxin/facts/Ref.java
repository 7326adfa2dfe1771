package lianxin.facts;

/** A pointer to a thing of any module: its kind ("case", "unit", "area") and its id there. */
public record Ref(String kind, String id) {

    public static Ref of(String kind, Object id) {
        return new Ref(kind, id.toString());
    }

    /** Written as {@code kind/id}, the tail of its address below {@code /ref/}. */
    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
