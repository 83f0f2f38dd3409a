package fobsmith.devices.ykoath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.Candidate;
import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.ReaderIdentity;
import fobsmith.firmware.usbip.ListedIds;
import fobsmith.firmware.usbip.UsbIpServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A USB/IP server that lists ids with their bytes swapped: what the device says of itself counts. */
@Timeout(60)
class SwappedIdsTest {
    private final SimulatedKey key = new SimulatedKey(SimulatedKey.Kind.CANOKEY);
    private final UsbIpServer server = UsbIpServer.start(0);
    private final UsbIpBus bus = UsbIpBus.at(server.address());
    private final TokenScanner scanner = new TokenScanner(TokenDrivers.ALL, List.of(bus), key.clock);
    private final String place =
            "usbip 127.0.0.1:%d/1-1".formatted(server.address().getPort());

    @AfterEach
    void close() {
        bus.close();
        server.close();
        key.close();
    }

    /** A device with the same card in it and other ids. */
    private CcidReader reader(int vendor, int product) {
        var identity = new ReaderIdentity(vendor, product, 0x0100, "Acme", "Other", "");
        return new CcidReader(identity, ExchangeLevel.EXTENDED_APDU, key.twin);
    }

    @Test
    void findsATokenThatIsListedSo() {
        server.plug("1-1", key.reader, ListedIds.SWAPPED);
        assertThat(scanner.scan())
                .containsExactly(new Candidate.Usable(place, "CanoKeys", "CanoKey", "CANOKEY-0012AB34", null));
        try (var session = scanner.open("CANOKEY-0012AB34")) {
            assertThat(session.serial()).isEqualTo("CANOKEY-0012AB34");
        }
    }

    /** Its ids are those that a CanoKey's look like when swapped. */
    @Test
    void takesNoOtherDeviceForOne() {
        server.plug("1-1", reader(0xa020, 0xd442));
        assertThat(scanner.scan()).isEmpty();
        assertThatThrownBy(() -> scanner.open(place))
                .isInstanceOf(DeviceException.Unsupported.class)
                .hasMessage("%s was taken for 20a0:42d4 and calls itself a020:d442", place);
    }

    @Test
    void takesNoDeviceForWhatTheListAloneSaysItIs() {
        server.plug("1-1", reader(0xa020, 0xd442), ListedIds.SWAPPED);
        assertThat(scanner.scan())
                .singleElement()
                .isInstanceOfSatisfying(
                        Candidate.Unusable.class,
                        unusable -> assertThat(unusable.reason()).endsWith("calls itself a020:d442"));
    }

    /** It is nobody's business what else is plugged in there. */
    @Test
    void opensNothingWhoseIdsFitNoDriverEitherWay() {
        server.plug("1-1", reader(0x1209, 0x0a7b), ListedIds.SWAPPED);
        assertThat(scanner.scan()).isEmpty();
        assertThatThrownBy(() -> scanner.open(place)).hasMessageContaining("no readable token");
    }
}
