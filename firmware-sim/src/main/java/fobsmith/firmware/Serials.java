package fobsmith.firmware;

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
        var counted = written(number(serial) + more);
        if (counted.length() > serial.length()) {
            throw new IllegalArgumentException(
                    "serial %s leaves no room for %d tokens of %d digits".formatted(serial, more + 1, serial.length()));
        }
        return "0".repeat(serial.length() - counted.length()) + counted;
    }

    private long number(String serial) {
        try {
            return Long.parseUnsignedLong(serial, radix);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("serial \"%s\" cannot be counted on from".formatted(serial), e);
        }
    }

    private String written(long number) {
        var digits = Long.toUnsignedString(number, radix);
        return this == LOWER_HEXADECIMAL ? digits : digits.toUpperCase(Locale.ROOT);
    }
}
