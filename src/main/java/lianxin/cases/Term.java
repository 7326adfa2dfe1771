package lianxin.cases;

import java.util.List;
import java.util.function.Supplier;
import org.jooq.Condition;

/**
 * One thing a list asks of its cases.
 *
 * @param name stands for the text: terms of the same name have the same text with the same blanks
 * @param values what fills its blanks, in their order
 */
record Term(String name, Supplier<Condition> text, List<Object> values) {

    static Term of(String name, Supplier<Condition> text, Object... values) {
        return new Term(name, text, List.of(values));
    }

    Condition condition() {
        return text.get();
    }
}
