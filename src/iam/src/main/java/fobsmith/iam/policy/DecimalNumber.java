package fobsmith.iam.policy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** The integers and decimals of numeric conditions: no exponents, and a bounded length, so that comparing is cheap. */
final class DecimalNumber {
    private static final Pattern SYNTAX = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?");

    private DecimalNumber() {}

    static Optional<BigDecimal> find(String text) {
        return SYNTAX.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
