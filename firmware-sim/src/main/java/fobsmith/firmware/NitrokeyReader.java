package fobsmith.firmware;

import fobsmith.firmware.nitrokey.NitrokeyDescription;
import fobsmith.firmware.nitrokey.NitrokeyModel;
import fobsmith.firmware.nitrokey.NitrokeyPro;
import java.time.InstantSource;
import java.util.Set;

/**
 * Reads one token of the Nitrokey Pro family: {@code "model":"nitrokey-pro"} or {@code "librem-key"}; optional {@code serial},
 * {@code firmwareMinor} (15), {@code codesNeedUserPin} (false), {@code drift} as {@link FobReader} says, {@code image} as
 * {@link Images} says.
 */
final class NitrokeyReader {
    private static final Set<String> FIELDS =
            Set.of("model", "serial", "firmwareMinor", "codesNeedUserPin", "drift", "randomSeed", "image", "comment");

    private NitrokeyReader() {}

    static NitrokeyPro pro(Json token, InstantSource realTime) {
        return read(NitrokeyModel.PRO, token, realTime);
    }

    static NitrokeyPro libremKey(Json token, InstantSource realTime) {
        return read(NitrokeyModel.LIBREM_KEY, token, realTime);
    }

    private static NitrokeyPro read(NitrokeyModel model, Json token, InstantSource realTime) {
        token.requireOnly(FIELDS);
        var serial = token.text("serial");
        var usual = NitrokeyDescription.of(serial).withModel(model);
        var description = usual.withFirmwareMinor(token.whole("firmwareMinor", usual.firmwareMinor()))
                .withCodesBehindUserPin(token.has("codesNeedUserPin") && token.flag("codesNeedUserPin"))
                .withDrift(FobReader.drift(serial, token));
        return NitrokeyPro.of(description, Images.flash(token), realTime, Challenges.source());
    }
}
