package fobsmith.firmware.usbip;

import static fobsmith.firmware.usbip.Readers.ACTIVE;
import static fobsmith.firmware.usbip.Readers.IN;
import static fobsmith.firmware.usbip.Readers.INACTIVE;
import static fobsmith.firmware.usbip.Readers.NO_SETUP;
import static fobsmith.firmware.usbip.Readers.OUT;
import static fobsmith.firmware.usbip.Readers.POWERED_ON;
import static fobsmith.firmware.usbip.Readers.POWER_ON;
import static fobsmith.firmware.usbip.Readers.SLOT_STATUS;
import static fobsmith.firmware.usbip.Readers.exchange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import fobsmith.firmware.usb.BusyCard;
import fobsmith.firmware.usb.PulledAt;
import fobsmith.firmware.usb.PulledAt.Moment;
import fobsmith.firmware.usb.TestCard;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnpluggingTest {
    private static final String LIST = "0111 8005 00000000";
    private static final String NOTHING_LISTED = "011100050000000000000000";

    private final TestCard card = TestCard.ofT1();
    private final UsbIpServer server = UsbIpServer.start(0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void endsTheConnectionWhileAReadWaits() throws IOException {
        server.plug("1-1", Readers.holding(card));
        try (var client = RawClient.importing(server, "1-1")) {
            client.submitIn(1, IN, NO_SETUP, 64);
            server.unplug("1-1");
            client.assertEnded();
        }
        assertNothingIsPluggedIn();
    }

    @Test
    void endsTheConnectionWhileTheCardIsBusy() throws Exception {
        var busy = new BusyCard();
        var reader = Readers.impatientlyHolding(busy);
        server.plug("1-1", reader);
        try (var client = RawClient.importing(server, "1-1")) {
            exchange(client, 1, POWER_ON, POWERED_ON);
            client.submitOut(3, OUT, NO_SETUP, Readers.echo(""));
            busy.awaitCommand();
            client.submitOut(4, OUT, NO_SETUP, Readers.echo("00"));
            client.submitIn(5, IN, NO_SETUP, 64);
            server.unplug("1-1");
            client.assertEnded();
        }
        assertNothingIsPluggedIn();
        server.plug("1-1", reader);
        try (var client = RawClient.importing(server, "1-1")) {
            exchange(client, 1, SLOT_STATUS, INACTIVE);
        }
        busy.finish();
        assertThat(busy.commands()).isEqualTo(1);
    }

    /** As for a key that waits to be touched: the host is told to wait, and then has its answer. */
    @Test
    void leavesAReaderWhoseCardTakesItsTime() throws Exception {
        var busy = new BusyCard();
        server.plug("1-1", Readers.impatientlyHolding(busy));
        try (var client = RawClient.importing(server, "1-1")) {
            exchange(client, 1, POWER_ON, POWERED_ON);
            exchange(client, 3, Readers.echo(""), "80000000000003800100");
            busy.finish();
            var last = "";
            // More requests may have been on their way.
            for (int sequence = 5; !last.endsWith("9000"); sequence++) {
                client.submitIn(sequence, IN, NO_SETUP, 64);
                last = client.read(client.transferred(sequence));
                assertThat(last).isIn("80000000000003800100", "80020000000003000000" + "9000");
            }
        }
    }

    @Test
    void leavesOtherDevicesAlone() throws IOException {
        server.plug("1-1", Readers.holding(card));
        server.plug("1-2", Readers.holding(card));
        try (var client = RawClient.importing(server, "1-2")) {
            server.unplug("1-1");
            server.unplug("1-1");
            server.unplug("9-9");
            exchange(client, 1, POWER_ON, POWERED_ON);
        }
    }

    @Test
    void canBeDoneManyTimes() throws IOException {
        var reader = Readers.holding(card);
        for (int cycle = 0; cycle < 200; cycle++) {
            server.plug("1-1", reader);
            try (var client = RawClient.importing(server, "1-1")) {
                exchange(client, 1, SLOT_STATUS, INACTIVE);
                exchange(client, 3, POWER_ON, POWERED_ON);
                client.submitIn(5, IN, NO_SETUP, 64);
                server.unplug("1-1");
                client.assertEnded();
            }
        }
        assertNothingIsPluggedIn();
    }

    @Test
    void isWhatACardDoesThatLosesItsPower() throws IOException {
        var reader = Readers.holding(card);
        server.plug("1-1", reader);
        try (var client = RawClient.importing(server, "1-1")) {
            exchange(client, 1, POWER_ON, POWERED_ON);
            client.submitIn(3, IN, NO_SETUP, 64);
            client.submitOut(4, OUT, NO_SETUP, "6f 04000000 00 02 00 0000 00300000");
            client.assertEnded();
        }
        assertNothingIsPluggedIn();
        server.plug("1-1", reader);
        try (var client = RawClient.importing(server, "1-1")) {
            exchange(client, 1, SLOT_STATUS, INACTIVE);
        }
    }

    /** Four transfers power the card on and ask for the slot's status; each is the last of one round. */
    @ParameterizedTest
    @EnumSource
    void happensAtAnyTransfer(Moment moment) throws IOException {
        for (int transfer = 1; transfer <= 4; transfer++) {
            var pulled = new PulledAt(transfer, moment, Readers.holding(card));
            server.plug("1-1", pulled);
            try (var client = RawClient.importing(server, "1-1")) {
                assertThatIOException().isThrownBy(() -> converse(client));
                client.assertEnded();
            }
            assertThat(pulled.transfers()).isEqualTo(transfer);
            assertNothingIsPluggedIn();
        }
    }

    private static void converse(RawClient client) throws IOException {
        exchange(client, 1, POWER_ON, POWERED_ON);
        exchange(client, 3, SLOT_STATUS, ACTIVE);
    }

    private void assertNothingIsPluggedIn() throws IOException {
        try (var client = new RawClient(server)) {
            client.send(LIST);
            assertThat(client.read(12)).isEqualTo(NOTHING_LISTED);
        }
    }
}
