package fobsmith.firmware;

import java.math.BigInteger;
import java.util.Locale;

/** How the serials of a model are written, and so counted. */
enum Serials {
    DECIMAL(10),
    HEXADECIMAL(16),
    LOWER_HEXADECIMAL(16);

    private final int radix;

    Serials(int radix) {
        this.radix = radix;
    }

    /** The serial so many after this one, of as many digits. */
    String after(String serial, int more) {
        var counted = written(number(serial).add(BigInteger.valueOf(more)));
        if (counted.length() > serial.length()) {
            throw new IllegalArgumentException(
                    "serial %s leaves no room for %d tokens of %d digits".formatted(serial, more + 1, serial.length()));
        }
        return "0".repeat(serial.length() - counted.length()) + counted;
    }

    private BigInteger number(String serial) {
        try {
            // A sign, which is no digit, may not stand within.
            return new BigInteger("0" + serial, radix);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("serial \"%s\" cannot be counted on from".formatted(serial), e);
        }
    }

    private String written(BigInteger number) {
        var digits = number.toString(radix);
        return this == LOWER_HEXADECIMAL ? digits : digits.toUpperCase(Locale.ROOT);
    }
}
