package fobsmith.firmware.usbip;

import static fobsmith.firmware.usbip.Readers.IN;
import static fobsmith.firmware.usbip.Readers.INACTIVE;
import static fobsmith.firmware.usbip.Readers.INTERRUPT;
import static fobsmith.firmware.usbip.Readers.NO_SETUP;
import static fobsmith.firmware.usbip.Readers.OUT;
import static fobsmith.firmware.usbip.Readers.POWERED_ON;
import static fobsmith.firmware.usbip.Readers.POWER_ON;
import static fobsmith.firmware.usbip.Readers.SLOT_STATUS;
import static fobsmith.firmware.usbip.Readers.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.usb.BusyCard;
import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.Hex;
import fobsmith.firmware.usb.ReaderFault;
import fobsmith.firmware.usb.SmartCard;
import fobsmith.firmware.usb.TestCard;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CMD_SUBMIT and CMD_UNLINK. */
class TransfersTest {
    private static final String GET_CONFIGURATION = "8008000000000100";
    private static final String HALT_BULK_IN = "0203000082000000";
    private static final int STALL = -32;
    private static final int GIVEN_UP = -104;

    private final CcidReader reader = Readers.holding(TestCard.ofT1());
    private final UsbIpServer server = UsbIpServer.start(0);
    private RawClient client;

    @BeforeEach
    void plugIn() throws IOException {
        server.plug("1-1", reader);
        client = RawClient.importing(server, "1-1");
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void carriesControlTransfers() throws IOException {
        client.submitIn(1, 0, "8006000100001200", 18);
        client.assertSubmitted(1, 0, 18, Hex.text(reader.deviceDescriptor()));
        client.submitIn(2, 0, "8006000100000800", 18);
        client.assertSubmitted(2, 0, 8, "1201000200000040");
        client.submitIn(7, 0, "8006000100001200", 8);
        client.assertSubmitted(7, 0, 8, "1201000200000040");
        client.submitOut(3, 0, "0009000000000000", "");
        client.assertSubmitted(3, 0, 0, "");
        client.submitIn(4, 0, GET_CONFIGURATION, 1);
        client.assertSubmitted(4, 0, 1, "00");
    }

    @Test
    void carriesBulkTransfers() throws IOException {
        exchange(client, 1, POWER_ON, POWERED_ON);
        exchange(client, 3, Readers.echo("55".repeat(100)), Readers.echoed("55".repeat(100)));
    }

    @Test
    void saysThatATransferStalled() throws IOException {
        client.submitIn(1, 0, "8006000600000a00", 10);
        client.assertSubmitted(1, STALL, 0, "");
        client.submitOut(2, 4, NO_SETUP, "00");
        client.assertSubmitted(2, STALL, 0, "");
        client.submitIn(3, 9, NO_SETUP, 64);
        client.assertSubmitted(3, STALL, 0, "");
        exchange(client, 4, SLOT_STATUS, INACTIVE);
    }

    @Test
    void letsAReadWaitForData() throws IOException {
        client.submitIn(1, IN, NO_SETUP, 64);
        client.submitIn(2, 0, GET_CONFIGURATION, 1);
        client.assertSubmitted(2, 0, 1, "01");
        client.submitOut(3, OUT, NO_SETUP, SLOT_STATUS);
        client.assertSubmitted(3, 0, 10, "");
        client.assertSubmitted(1, 0, 10, INACTIVE);
    }

    @Test
    void letsAReadWaitForTheDeviceItself() throws IOException {
        client.submitIn(1, INTERRUPT, NO_SETUP, 8);
        client.submitIn(2, 0, GET_CONFIGURATION, 1);
        client.assertSubmitted(2, 0, 1, "01");
        reader.removeCard();
        client.assertSubmitted(1, 0, 2, "5002");
        client.submitIn(3, INTERRUPT, NO_SETUP, 8);
        reader.insertCard();
        client.assertSubmitted(3, 0, 2, "5003");
    }

    @Test
    void stallsAReadWhoseEndpointIsHaltedMeanwhile() throws IOException {
        client.submitIn(1, IN, NO_SETUP, 64);
        client.submitOut(2, 0, HALT_BULK_IN, "");
        client.assertSubmitted(2, 0, 0, "");
        client.assertSubmitted(1, STALL, 0, "");
    }

    @Test
    void cutsAnAnswerAtTheLengthAskedForAndKeepsTheRest() throws IOException {
        client.submitIn(1, IN, NO_SETUP, 4);
        client.submitIn(2, IN, NO_SETUP, 64);
        client.submitOut(3, OUT, NO_SETUP, SLOT_STATUS);
        client.assertSubmitted(3, 0, 10, "");
        client.assertSubmitted(1, 0, 4, INACTIVE.substring(0, 8));
        client.assertSubmitted(2, 0, 6, INACTIVE.substring(8));
    }

    @Test
    void givesUpAReadThatWaits() throws IOException {
        client.submitIn(1, IN, NO_SETUP, 64);
        client.unlink(2, 1);
        client.assertUnlinked(2, GIVEN_UP);
        client.submitOut(3, OUT, NO_SETUP, SLOT_STATUS);
        client.assertSubmitted(3, 0, 10, "");
        client.submitIn(4, IN, NO_SETUP, 64);
        client.assertSubmitted(4, 0, 10, INACTIVE);
    }

    @Test
    void givesUpNothingThatIsAnswered() throws IOException {
        exchange(client, 1, SLOT_STATUS, INACTIVE);
        client.unlink(3, 2);
        client.assertUnlinked(3, 0);
        client.unlink(4, 77);
        client.assertUnlinked(4, 0);
    }

    @Test
    void givesUpATransferThatTheCardIsBusyWith() throws Exception {
        var card = new BusyCard();
        server.plug("1-2", Readers.holding(card));
        try (var other = RawClient.importing(server, "1-2")) {
            exchange(other, 1, POWER_ON, POWERED_ON);
            other.submitOut(3, OUT, NO_SETUP, Readers.echo(""));
            card.awaitCommand();
            other.submitOut(4, OUT, NO_SETUP, SLOT_STATUS);
            other.unlink(5, 3);
            other.assertUnlinked(5, GIVEN_UP);
            other.unlink(6, 4);
            other.assertUnlinked(6, GIVEN_UP);
            card.finish();
            other.submitIn(7, IN, NO_SETUP, 64);
            other.assertSubmitted(7, 0, 12, "80020000000003000000" + "9000");
            exchange(other, 8, SLOT_STATUS, Readers.ACTIVE);
        }
    }

    @Test
    void neverAnswersWhatTheReaderDoesNot() throws IOException {
        reader.fault(ReaderFault.SpoiledAnswer.LOST, 1);
        client.submitOut(1, OUT, NO_SETUP, SLOT_STATUS);
        client.assertSubmitted(1, 0, 10, "");
        client.submitIn(2, IN, NO_SETUP, 64);
        client.submitIn(3, 0, GET_CONFIGURATION, 1);
        client.assertSubmitted(3, 0, 1, "01");
        client.unlink(4, 2);
        client.assertUnlinked(4, GIVEN_UP);
    }

    @Test
    void hangsUpWhereADeviceBreaks() throws Exception {
        var broken = new IllegalStateException("broken");
        server.plug("1-2", Readers.holding(new BrokenCard(broken)));
        var seen = new CompletableFuture<Throwable>();
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> seen.complete(e));
        try (var other = RawClient.importing(server, "1-2")) {
            other.submitOut(1, OUT, NO_SETUP, POWER_ON);
            other.assertEnded();
            assertThat(seen.get(20, TimeUnit.SECONDS)).isSameAs(broken);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        exchange(client, 1, SLOT_STATUS, INACTIVE);
    }

    private record BrokenCard(RuntimeException failure) implements SmartCard {
        @Override
        public byte[] atr() {
            return Hex.bytes("3b00");
        }

        @Override
        public void powerOn() {
            throw failure;
        }

        @Override
        public void powerOff() {}

        @Override
        public byte[] exchange(byte[] command) {
            throw failure;
        }
    }
}
