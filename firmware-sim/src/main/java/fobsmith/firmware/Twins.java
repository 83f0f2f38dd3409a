package fobsmith.firmware;

import fobsmith.firmware.flipper.FlipperDescription;
import fobsmith.firmware.nitrokey.NitrokeyDescription;
import fobsmith.firmware.token2.Molto2Description;
import fobsmith.firmware.token2.SingleProfileDescription;
import fobsmith.firmware.ykoath.YubiKeyDescription;
import java.util.List;
import java.util.stream.Collectors;

/** Every model with a plug that can be simulated, one to a line. */
final class Twins {
    static final List<Twin> ALL = List.of(
            new Twin("molto2", Molto2Description.FIRST_SERIAL, Serials.DECIMAL, Molto2Reader::read),
            new Twin(
                    "token2-single", SingleProfileDescription.FIRST_SERIAL, Serials.DECIMAL, SingleProfileReader::read),
            new Twin("yubikey", YubiKeyDescription.FIRST_SERIAL, Serials.DECIMAL, YubiKeyReader::yubiKey),
            new Twin("canokey", "5A3B0001", Serials.HEXADECIMAL, YubiKeyReader::canoKey),
            new Twin("nitrokey3", "0A11CE01", Serials.HEXADECIMAL, YubiKeyReader::nitrokey3),
            new Twin("solo2", "5010A20000000000000000000000CE01", Serials.HEXADECIMAL, YubiKeyReader::solo2),
            new Twin("nitrokey-pro", NitrokeyDescription.FIRST_SERIAL, Serials.LOWER_HEXADECIMAL, NitrokeyReader::pro),
            new Twin(
                    "librem-key",
                    NitrokeyDescription.FIRST_SERIAL,
                    Serials.LOWER_HEXADECIMAL,
                    NitrokeyReader::libremKey),
            new Twin("flipper-zero", FlipperDescription.FIRST_UID, Serials.HEXADECIMAL, FlipperReader::read));

    private Twins() {}

    /** @throws IllegalArgumentException where there is no such model */
    static Twin of(String model) {
        return ALL.stream()
                .filter(twin -> twin.model().equals(model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown model \"%s\" (known are %s)"
                        .formatted(model, ALL.stream().map(Twin::model).collect(Collectors.joining(", ")))));
    }
}
