package fobsmith.firmware.flipper;

import java.util.Optional;
import java.util.regex.Pattern;

/** A number with a fraction, as C reads one. */
final class Decimal {
    private static final Pattern FORM = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?");

    private Decimal() {}

    static Optional<Float> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(Float.valueOf(text)) : Optional.empty();
    }
}
