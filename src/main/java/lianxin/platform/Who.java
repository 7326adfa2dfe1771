package lianxin.platform;

/** The person at the screen, in words: name, the unit of the post held today, and the post. */
public record Who(String name, String unit, String role) {

    /** Stands for the face. */
    public String initial() {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
