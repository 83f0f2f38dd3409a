package fobsmith.firmware;

import fobsmith.firmware.flipper.Flipper;
import fobsmith.firmware.flipper.FlipperDescription;
import java.time.InstantSource;
import java.util.Set;

/**
 * Reads one Flipper Zero: {@code "model":"flipper-zero"}; optional {@code serial} (its hardware_uid, 16 hexadecimal digits),
 * {@code name} ({@code Fobsmith}), {@code capacity} (100 entries), {@code drift} as {@link FobReader} says, {@code image} as
 * {@link Images} says.
 */
final class FlipperReader {
    private static final String USUAL_NAME = "Fobsmith";
    private static final Set<String> FIELDS =
            Set.of("model", "serial", "name", "capacity", "drift", "randomSeed", "image", "comment");

    private FlipperReader() {}

    static Flipper read(Json token, InstantSource realTime) {
        token.requireOnly(FIELDS);
        var serial = token.text("serial");
        var usual = FlipperDescription.of(serial, token.has("name") ? token.text("name") : USUAL_NAME);
        var description =
                usual.withCapacity(token.whole("capacity", usual.capacity())).withDrift(FobReader.drift(serial, token));
        return Flipper.of(description, Images.flash(token), realTime);
    }
}
