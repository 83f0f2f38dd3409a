package fobsmith.firmware;

import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.RefusedException;
import java.time.InstantSource;

/**
 * Reads one token, as fleet files and the control API describe it: by {@code model} one of {@link Twins}, else a fob as
 * {@link FobReader} says. Any with a plug may have {@code plug}, as {@link OutletReader} says.
 */
final class TokenReader {
    private TokenReader() {}

    static Delivery read(Json token, InstantSource realTime) {
        if (!token.has("model")) {
            return Delivery.of(FobReader.read(token, realTime));
        }
        var twin = twin(token.text("model"));
        var serial = token.has("serial") ? token.text("serial") : twin.firstSerial();
        var named = token.called("token " + serial);
        try {
            var outlet = OutletReader.read(named);
            var own = named.without("plug").with("serial", serial);
            return new Delivery(twin.reader().read(own, realTime), outlet);
        } catch (Json.Complaint e) {
            throw e;
        } catch (IllegalArgumentException | FlashException | RefusedException e) {
            throw new Json.Complaint("token %s: %s".formatted(serial, e.getMessage()));
        }
    }

    private static Twin twin(String model) {
        try {
            return Twins.of(model);
        } catch (IllegalArgumentException e) {
            throw new Json.Complaint(String.valueOf(e.getMessage()));
        }
    }
}
