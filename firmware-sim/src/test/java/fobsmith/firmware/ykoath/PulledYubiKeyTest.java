package fobsmith.firmware.ykoath;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.Hex;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.PulledAt;
import fobsmith.firmware.usb.PulledAt.Moment;
import fobsmith.firmware.usb.UsbFunction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A token on a USB cable that is pulled at every transfer of a dialogue. */
class PulledYubiKeyTest extends YubiKeyRig {
    private static final List<String> DIALOGUE = List.of(
            Wire.SELECT,
            Wire.put("counted", Wire.HOTP, "7a0400000005"),
            Wire.order("00a20001", Wire.name("counted") + "7400"),
            Wire.order("00050000", Wire.name("counted") + Wire.name("renamed")));

    private UsbFunction reader() {
        var reader = new CcidReader(token.readerIdentity(), ExchangeLevel.EXTENDED_APDU, token);
        reader.reset();
        return reader;
    }

    private static String bulk(UsbFunction reader, String message) {
        reader.out(CcidReader.BULK_OUT, Hex.bytes(message));
        return Hex.text(reader.in(CcidReader.BULK_IN, 1024).orElseThrow());
    }

    private static void talk(UsbFunction reader) {
        assertThat(bulk(reader, "62000000000000000000")).endsWith(Hex.text(Model.YUBIKEY.atr()));
        for (var apdu : DIALOGUE) {
            assertThat(bulk(reader, "6f%02x0000000000000000".formatted(apdu.length() / 2) + apdu))
                    .endsWith("9000");
        }
    }

    @Test
    void isAReaderOfTheVendorsName() {
        var descriptor = Hex.text(reader().deviceDescriptor());
        assertThat(descriptor).contains("50100704");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void holdsWhatItWasToldBeforeOrAfter(Moment moment) {
        int transfers = 2 * (1 + DIALOGUE.size());
        for (int transfer = 1; transfer <= transfers; transfer++) {
            take(PLAIN);
            token.powerOff();
            pullAt(transfer, moment);
            wire = powered();
            // RFC 4226 appendix D at 5, 6 and 7.
            var code = wire.calculate(wire.list().contains("72656e616d6564") ? "renamed" : "counted", "");
            assertThat(code).isIn("6984", "76050633c083d49000", "7605067256c0329000", "76050604e5b3979000");
            assertThat(token.state().credentials()).hasSizeLessThanOrEqualTo(1);
        }
    }

    private void pullAt(int transfer, Moment moment) {
        var pulled = new PulledAt(transfer, moment, reader());
        try {
            talk(pulled);
            throw new AssertionError("the cable was not pulled at transfer " + transfer);
        } catch (PowerLost e) {
            pulled.reset();
            assertThat(bulk(pulled, "65000000000000000000"))
                    .as("slot status: no power")
                    .startsWith("81000000000000" + "01");
        }
    }
}
