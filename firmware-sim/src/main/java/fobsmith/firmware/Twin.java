package fobsmith.firmware;

import fobsmith.firmware.parts.Token;
import java.time.InstantSource;

/**
 * A model that can be simulated.
 *
 * @param model by which fleet files, the control API and command lines name it
 * @param firstSerial serial of a token that nobody has given one
 * @param radix in which its serials are counted: 10, or 16 in capitals
 * @param reader makes one as it is described
 */
record Twin(String model, String firstSerial, int radix, Reader reader) {
    /** Makes one token; complaints are {@link IllegalArgumentException}s that name it. */
    @FunctionalInterface
    interface Reader {
        Token read(Json token, InstantSource realTime);
    }

    /** The serial so many after this one, of as many digits. */
    String serialAfter(String serial, int more) {
        try {
            var number = Long.parseUnsignedLong(serial, radix) + more;
            var counted = radix == 10 ? Long.toUnsignedString(number) : "%X".formatted(number);
            var padded = "0".repeat(Math.max(0, serial.length() - counted.length())) + counted;
            if (padded.length() > serial.length()) {
                throw new IllegalArgumentException(
                        "serial %s leaves no room for %d tokens of %d digits"
                                .formatted(serial, more + 1, serial.length()));
            }
            return padded;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("serial \"%s\" cannot be counted on from".formatted(serial), e);
        }
    }
}
