package lianxin.cases;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number at which a resident answers: the one rule for what is one, how it is kept and how much of it is shown. */
record Telephone(String number) {

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Pd}()（）]+");
    private static final Pattern FORM = Pattern.compile("\\+?[0-9]{7,15}");

    /** As people write it, with blanks, dashes, brackets or full-width digits; empty where nobody could be called. */
    static Optional<Telephone> read(String typed) {
        var half = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        var number = BETWEEN_DIGITS.matcher(half.strip()).replaceAll("");
        return FORM.matcher(number).matches() ? Optional.of(new Telephone(number)) : Optional.empty();
    }

    /** 138****5678: enough to know the own number again; of a short one only the end. */
    String masked() {
        if (number.length() < 9) return "****" + number.substring(number.length() - 2);
        return number.substring(0, 3) + "****" + number.substring(number.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
