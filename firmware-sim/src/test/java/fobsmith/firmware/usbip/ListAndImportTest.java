package fobsmith.firmware.usbip;

import static fobsmith.firmware.usbip.Readers.ACTIVE;
import static fobsmith.firmware.usbip.Readers.INACTIVE;
import static fobsmith.firmware.usbip.Readers.POWERED_ON;
import static fobsmith.firmware.usbip.Readers.POWER_ON;
import static fobsmith.firmware.usbip.Readers.SLOT_STATUS;
import static fobsmith.firmware.usbip.Readers.exchange;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.Hex;
import fobsmith.firmware.usb.TestCard;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes before the transfers: OP_REQ_DEVLIST and OP_REQ_IMPORT. */
class ListAndImportTest {
    private static final String LIST = "0111 8005 00000000";
    private static final String LISTED = "0111000500000000";
    private static final String UNKNOWN = "0111000300000001";
    private static final String BUSY = "0111000300000002";
    private static final String CCID = "0b000000";

    private final TestCard card = TestCard.ofT1();
    private final CcidReader reader = Readers.holding(card);
    private final UsbIpServer server = UsbIpServer.start(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsNothing() throws IOException {
        try (var client = new RawClient(server)) {
            client.send(LIST);
            assertThat(client.read(12)).isEqualTo(LISTED + "00000000");
            client.assertEnded();
        }
    }

    @Test
    void listsWhatIsPluggedInWithItsInterfaces() throws IOException {
        server.plug("2-1.4", reader);
        server.plug("1-1", Readers.holding(card));
        server.plug("1-2", Readers.holding(card));
        server.unplug("1-2");
        try (var client = new RawClient(server)) {
            client.send(LIST);
            assertThat(client.read(12)).isEqualTo(LISTED + "00000002");
            assertThat(client.read(316)).isEqualTo(description("/sys/devices/fobsmith/usb1/1-1", "1-1", 1, 3) + CCID);
            assertThat(client.read(316))
                    .isEqualTo(description("/sys/devices/fobsmith/usb2/2-1.4", "2-1.4", 2, 2) + CCID);
            client.assertEnded();
        }
    }

    private static String description(String path, String busId, int bus, int number) {
        return field(path, 256)
                + field(busId, 32)
                + "%08x %08x 00000002 1209 0a7b 0102 00 00 00 01 01 01"
                        .formatted(bus, number)
                        .replace(" ", "");
    }

    private static String field(String text, int length) {
        return Hex.text(text.getBytes(US_ASCII)) + "00".repeat(length - text.length());
    }

    @Test
    void importsADevice() throws IOException {
        server.plug("1-4", reader);
        try (var client = new RawClient(server)) {
            assertThat(client.importDevice("1-4")).isEqualTo("0111000300000000");
            assertThat(client.read(312)).isEqualTo(description("/sys/devices/fobsmith/usb1/1-4", "1-4", 1, 2));
        }
    }

    @Test
    void readsABusIdUpToItsEnd() throws IOException {
        server.plug("1-4", reader);
        try (var client = new RawClient(server)) {
            client.send("0111 8003 00000000 312d34 00 0a 0aff" + "41".repeat(25));
            assertThat(client.read(8)).isEqualTo("0111000300000000");
        }
    }

    /** As some devices with a server of their own list themselves; what they say of themselves is right. */
    @Test
    void listsIdsWithTheirBytesSwappedWhereTold() throws IOException {
        server.plug("1-4", reader, ListedIds.SWAPPED);
        try (var client = new RawClient(server)) {
            client.send(LIST);
            client.read(12 + 256 + 32 + 12);
            assertThat(client.read(6)).isEqualTo("0912" + "7b0a" + "0102");
        }
        try (var client = RawClient.importing(server, "1-4")) {
            client.submitIn(1, 0, "8006000100001200", 18);
            assertThat(client.transferred(1)).isEqualTo(18);
            assertThat(client.read(18)).contains("09127b0a0201");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-5", "1-4.1", "", "1-4 ", "11111111111111111111111111111111"})
    void knowsNoOtherDevice(String busId) throws IOException {
        server.plug("1-4", reader);
        try (var client = new RawClient(server)) {
            assertThat(client.importDevice(busId)).isEqualTo(UNKNOWN);
            client.assertEnded();
        }
    }

    @Test
    void givesADeviceToOneImporterOnly() throws IOException {
        try (var impatient = UsbIpServer.start(0, Duration.ofMillis(1))) {
            impatient.plug("1-4", reader);
            try (var first = RawClient.importing(impatient, "1-4")) {
                exchange(first, 1, POWER_ON, POWERED_ON);
                try (var second = new RawClient(impatient)) {
                    assertThat(second.importDevice("1-4")).isEqualTo(BUSY);
                    second.assertEnded();
                }
                exchange(first, 3, SLOT_STATUS, ACTIVE);
            }
        }
    }

    @Test
    void resetsADeviceForItsNextImporter() throws IOException {
        server.plug("1-4", reader);
        for (int i = 0; i < 100; i++) {
            try (var client = RawClient.importing(server, "1-4")) {
                exchange(client, 1, SLOT_STATUS, INACTIVE);
                exchange(client, 3, POWER_ON, POWERED_ON);
            }
        }
        assertThat(card.events()).hasSize(199).startsWith("on", "off", "on");
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void saysThatItsPortIsBusy() throws IOException {
        try (var other = new ServerSocket(0)) {
            int port = other.getLocalPort();
            assertThatExceptionOfType(PortBusy.class)
                    .isThrownBy(() -> UsbIpServer.start(port))
                    .withMessage("port %d on 127.0.0.1 is busy or forbidden", port);
        }
    }

    @Test
    void leavesItsPortAndItsClientsWhenClosed() throws IOException {
        server.plug("1-4", reader);
        try (var importer = RawClient.importing(server, "1-4");
                var idle = new RawClient(server)) {
            int port = server.address().getPort();
            server.close();
            importer.assertEnded();
            idle.assertEnded();
            try (var again = UsbIpServer.start(port)) {
                assertThat(again.address().getPort()).isEqualTo(port);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-", "0-1", "1-0", "1-1.", "1-1.0", "../x", "1-1 ", "1-1.1.1.1.1.1.1", "a-1"})
    void refusesAPlaceThatNoBusHas(String busId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.plug(busId, reader))
                .withMessage("bus id %s is not of the form 1-4 or 1-4.2", busId);
    }

    @Test
    void refusesAPlaceThatIsTaken() {
        server.plug("1-4", reader);
        assertThatIllegalStateException()
                .isThrownBy(() -> server.plug("1-4", reader))
                .withMessage("a device is plugged in at bus id 1-4 already");
    }
}
