package lianxin.evaluation;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** Arithmetic over names of measures, as it stands in the scheme: + − * /, brackets, min and max. Read once, in three ways. */
final class Formula {
    private static final ExpressionConfiguration GRAMMAR = ExpressionConfiguration.builder()
            .functionDictionary(allowed())
            .defaultConstants(Map.of())
            .arraysAllowed(false)
            .structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .mathContext(Value.EXACT)
            .stripTrailingZeros(false)
            .build();

    private final String text;
    private final Term root;

    private Formula(String text, Term root) {
        this.text = text;
        this.root = root;
    }

    private static FunctionDictionaryIfc allowed() {
        var functions = new MapBasedFunctionDictionary();
        functions.addFunction("min", new MinFunction());
        functions.addFunction("max", new MaxFunction());
        return functions;
    }

    static Formula of(String text) {
        try {
            return new Formula(text, term(new Expression(text, GRAMMAR).getAbstractSyntaxTree(), text));
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException(
                    "“" + text + "” cannot be read as a formula: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The same with names replaced by what they stand for. */
    Formula where(Map<String, Formula> meaning) {
        return new Formula(text, root.where(meaning));
    }

    Set<String> names() {
        var names = new LinkedHashSet<String>();
        root.names(names);
        return names;
    }

    /** The exact reading: the one every published figure comes from. */
    Value exact(Function<String, Value> measures) {
        return root.exact(measures);
    }

    /** The quick reading for resampling only; the unknown is NaN. */
    ToDoubleFunction<double[]> quick(ToIntFunction<String> position) {
        return root.quick(position);
    }

    /** In words: every name replaced by its title. */
    String inWords(Function<String, String> title) {
        return root.words(title);
    }

    @Override
    public String toString() {
        return text;
    }

    Term root() {
        return root;
    }

    private static Term term(ASTNode tree, String text) {
        var token = tree.getToken();
        var parts = tree.getParameters().stream().map(it -> term(it, text)).toList();
        return switch (token.getType()) {
            case NUMBER_LITERAL -> new Term.Constant(new BigDecimal(token.getValue()));
            case VARIABLE_OR_CONSTANT -> new Term.Name(token.getValue());
            case INFIX_OPERATOR, FUNCTION, PREFIX_OPERATOR ->
                new Term.Operation(Term.Operator.of(token.getValue(), text), parts);
            default ->
                throw new IllegalArgumentException("“" + token.getValue() + "” is not allowed in “" + text + "”");
        };
    }
}
