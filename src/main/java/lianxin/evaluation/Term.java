package lianxin.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** One part of a formula: a number, a name, or an operation on further parts. */
sealed interface Term {
    void names(Set<String> into);

    Value exact(Function<String, Value> measures);

    ToDoubleFunction<double[]> quick(ToIntFunction<String> position);

    String words(Function<String, String> title);

    Term where(Map<String, Formula> meaning);

    enum Operator {
        PLUS("+", 1, 0),
        MINUS("−", 1, 1),
        TIMES("×", 2, 0),
        OVER("÷", 2, 1),
        MIN("min", 3, 0),
        MAX("max", 3, 0);

        private final String sign;
        private final int rank;
        private final int grip;

        Operator(String sign, int rank, int grip) {
            this.sign = sign;
            this.rank = rank;
            this.grip = grip;
        }

        static Operator of(String token, String text) {
            return switch (token.toLowerCase(Locale.ROOT)) {
                case "+" -> PLUS;
                case "-" -> MINUS;
                case "*" -> TIMES;
                case "/" -> OVER;
                case "min" -> MIN;
                case "max" -> MAX;
                default -> throw new IllegalArgumentException("“" + token + "” is not allowed in “" + text + "”");
            };
        }

        Value exact(Value a, Value b) {
            return switch (this) {
                case PLUS -> a.plus(b);
                case MINUS -> a.minus(b);
                case TIMES -> a.times(b);
                case OVER -> a.over(b);
                case MIN -> a.least(b);
                case MAX -> a.most(b);
            };
        }

        double quick(double a, double b) {
            return switch (this) {
                case PLUS -> a + b;
                case MINUS -> a - b;
                case TIMES -> a * b;
                case OVER -> b == 0 ? Double.NaN : a / b;
                case MIN -> Math.min(a, b);
                case MAX -> Math.max(a, b);
            };
        }
    }

    record Constant(BigDecimal amount) implements Term {
        @Override
        public void names(Set<String> into) {}

        @Override
        public Value exact(Function<String, Value> measures) {
            return Value.of(amount);
        }

        @Override
        public ToDoubleFunction<double[]> quick(ToIntFunction<String> position) {
            var constant = amount.doubleValue();
            return all -> constant;
        }

        @Override
        public String words(Function<String, String> title) {
            return amount.toPlainString();
        }

        @Override
        public Term where(Map<String, Formula> meaning) {
            return this;
        }
    }

    record Name(String name) implements Term {
        @Override
        public void names(Set<String> into) {
            into.add(name);
        }

        @Override
        public Value exact(Function<String, Value> measures) {
            return measures.apply(name);
        }

        @Override
        public ToDoubleFunction<double[]> quick(ToIntFunction<String> position) {
            var at = position.applyAsInt(name);
            return all -> all[at];
        }

        @Override
        public String words(Function<String, String> title) {
            return title.apply(name);
        }

        @Override
        public Term where(Map<String, Formula> meaning) {
            var formula = meaning.get(name);
            return formula == null ? this : formula.root();
        }
    }

    record Operation(Operator operator, List<Term> parts) implements Term {
        /** A leading sign is an operation on nought. */
        public Operation {
            if (parts.size() == 1 && (operator == Operator.MINUS || operator == Operator.PLUS)) {
                parts = List.of(new Constant(BigDecimal.ZERO), parts.getFirst());
            }
        }

        @Override
        public void names(Set<String> into) {
            parts.forEach(it -> it.names(into));
        }

        @Override
        public Value exact(Function<String, Value> measures) {
            return parts.stream()
                    .map(it -> it.exact(measures))
                    .reduce(operator::exact)
                    .orElse(Value.UNKNOWN);
        }

        @Override
        public ToDoubleFunction<double[]> quick(ToIntFunction<String> position) {
            return parts.stream()
                    .map(it -> it.quick(position))
                    .reduce(this::both)
                    .orElse(all -> Double.NaN);
        }

        private ToDoubleFunction<double[]> both(ToDoubleFunction<double[]> a, ToDoubleFunction<double[]> b) {
            return all -> operator.quick(a.applyAsDouble(all), b.applyAsDouble(all));
        }

        @Override
        public String words(Function<String, String> title) {
            if (operator.rank == 3) {
                return operator.sign
                        + parts.stream().map(it -> it.words(title)).collect(Collectors.joining(", ", "(", ")"));
            }
            return bracketed(parts.getFirst(), operator.rank, title)
                    + " " + operator.sign + " "
                    + bracketed(parts.getLast(), operator.rank + operator.grip, title);
        }

        private static String bracketed(Term part, int rank, Function<String, String> title) {
            var loose = part instanceof Operation it && it.operator.rank < rank;
            return loose ? "(" + part.words(title) + ")" : part.words(title);
        }

        @Override
        public Term where(Map<String, Formula> meaning) {
            return new Operation(
                    operator, parts.stream().map(it -> it.where(meaning)).toList());
        }
    }
}
