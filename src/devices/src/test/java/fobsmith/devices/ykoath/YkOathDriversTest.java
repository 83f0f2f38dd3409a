package fobsmith.devices.ykoath;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.devices.ClosedPorts;
import fobsmith.devices.Port;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.token2.Molto2Driver;
import fobsmith.devices.token2.SingleProfileDriver;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which driver takes what, by ids on USB, reader name and answer to reset. */
class YkOathDriversTest {
    private static final String YUBIKEY_ATR = "3BFD1300008131FE158073C021C057597562694B657940";
    private static final String CANOKEY_ATR = "3bf71100008131fe6543616e6f6b657999";

    private static final SecureRandom CHANCE = new SecureRandom();

    private static TokenDriver driver(Port port) {
        return TokenDrivers.ALL.stream()
                .filter(one -> one.recognises(port))
                .findFirst()
                .orElseThrow();
    }

    /** The contract runs for each kind of simulated key. */
    @Test
    void areAllHeldToTheirContract() {
        assertThat(Stream.of(SimulatedKey.Kind.values())
                        .map(kind -> kind.model().model())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(TokenDrivers.ALL.stream()
                        .filter(driver -> driver instanceof YkOathDriver)
                        .map(TokenDriver::model)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0404, 0x0405, 0x0406, 0x0407, 0x0111, 0x0112, 0x0115, 0x0116})
    void knowsTheYubiKeysThatHaveASmartCard(int product) {
        assertThat(driver(ClosedPorts.port("usb 1-1", 0x1050, product)))
                .extracting(TokenDriver::model)
                .isEqualTo("YubiKey 5");
    }

    @ParameterizedTest
    @CsvSource({"1050, 0401", "1050, 0402", "1050, 0403", "1050, 0110", "1050, 0120", "1209, beed"})
    void leavesOtherDevicesAlone(String vendor, String product) {
        var port = ClosedPorts.port("usb 1-1", Integer.parseInt(vendor, 16), Integer.parseInt(product, 16));
        for (TokenDriver one : new TokenDriver[] {
            new YkOathDriver(YkOathModel.YUBIKEY, CHANCE),
            new YkOathDriver(YkOathModel.CANOKEY, CHANCE),
            new YkOathDriver(YkOathModel.NITROKEY_3, CHANCE),
            new YkOathDriver(YkOathModel.SOLO_2, CHANCE)
        }) {
            assertThat(one.recognises(port)).as(one.model()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "20a0, 42d4, CanoKeys CanoKey",
        "20a0, 42b2, Nitrokey Nitrokey 3",
        "1209, beee, SoloKeys Solo 2",
    })
    void knowsTheOthersByTheirIds(String vendor, String product, String name) {
        var one = driver(ClosedPorts.port("usb 1-1", Integer.parseInt(vendor, 16), Integer.parseInt(product, 16)));
        assertThat("%s %s".formatted(one.manufacturer(), one.model())).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Yubico YubiKey OTP+FIDO+CCID 00 00, '', YubiKey 5",
        "Virtual PCD 00 00, " + YUBIKEY_ATR + ", YubiKey 5",
        "ACS ACR122U 00 00, " + YUBIKEY_ATR + ", YubiKey 5",
        "Canokeys Canokey [OpenPGP PIV OATH] 00 00, '', CanoKey",
        "Virtual PCD 00 01, " + CANOKEY_ATR + ", CanoKey",
        "Nitrokey Nitrokey 3 [CCID/ICCD Interface] 00 00, '', Nitrokey 3",
        "SoloKeys Solo 2 [CCID/ICCD Interface] 00 00, '', Solo 2",
        "TOKEN2 Molto2 00 00, '', Molto2",
        "ACS ACR122U 00 00, 3b8980014d4f544543414c, single-profile"
    })
    void knowsCardsByReaderAndAnswerToReset(String reader, String atr, String model) {
        assertThat(driver(ClosedPorts.card(reader, HexFormat.of().parseHex(atr)))
                        .model())
                .isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN2 FIDO2 Security Key 00 00, 3b80800101",
        "Nitrokey Nitrokey Pro 00 00, 3bda18ff81b1fe751f030031c573c001400090000c"
    })
    void leavesOtherCardsToWhoAsksTheContactlessOnes(String reader, String atr) {
        var port = ClosedPorts.card(reader, HexFormat.of().parseHex(atr));
        assertThat(new Molto2Driver().recognises(port)).isFalse();
        assertThat(TokenDrivers.ALL.stream().filter(one -> one.recognises(port)))
                .hasOnlyElementsOfType(SingleProfileDriver.class)
                .hasSize(atr.equals("3b80800101") ? 1 : 0);
    }
}
