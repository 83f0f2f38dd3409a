package fobsmith.firmware;

import fobsmith.firmware.parts.Token;
import java.time.InstantSource;

/**
 * A model that can be simulated.
 *
 * @param model by which fleet files, the control API and command lines name it
 * @param firstSerial serial of a token that nobody has given one
 * @param reader makes one as it is described
 */
record Twin(String model, String firstSerial, Serials serials, Reader reader) {
    /** Makes one token; complaints are {@link IllegalArgumentException}s that need not name it. */
    @FunctionalInterface
    interface Reader {
        Token read(Json token, InstantSource realTime);
    }
}
