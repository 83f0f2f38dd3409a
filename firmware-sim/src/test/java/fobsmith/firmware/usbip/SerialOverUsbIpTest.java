package fobsmith.firmware.usbip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flipper.Flipper;
import fobsmith.firmware.flipper.FlipperDescription;
import fobsmith.firmware.flipper.TerminalFault;
import fobsmith.firmware.usb.CdcSerialPort;
import fobsmith.firmware.usb.Hex;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Flipper as a USB serial port for whoever speaks USB/IP. */
class SerialOverUsbIpTest {
    private static final String DTR = "2122010000000000";

    private final Flipper flipper = Flipper.of(
            FlipperDescription.of(FlipperDescription.FIRST_UID, "Ferris"),
            Flash.inMemory(),
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z")));
    private final UsbIpServer server = UsbIpServer.start(0);
    private int sequence;

    private RawClient plugged() throws IOException {
        server.plug("1-1", new CdcSerialPort(flipper.usbIdentity(), flipper));
        var client = RawClient.importing(server, "1-1");
        client.submitOut(++sequence, 0, DTR, "");
        client.assertSubmitted(sequence, 0, 0, "");
        return client;
    }

    private void type(RawClient client, String keys) throws IOException {
        client.submitOut(++sequence, CdcSerialPort.BULK_OUT, Readers.NO_SETUP, hex(keys));
        client.assertSubmitted(sequence, 0, keys.length(), "");
    }

    /** One read. */
    private String read(RawClient client) throws IOException {
        client.submitIn(++sequence, Readers.IN, Readers.NO_SETUP, 4096);
        client.read(24);
        int length = Integer.parseInt(client.read(4), 16);
        client.read(20);
        return new String(Hex.bytes(client.read(length)), US_ASCII);
    }

    private static String hex(String text) {
        return Hex.text(text.getBytes(US_ASCII));
    }

    @Test
    void greetsAndAnswers() throws IOException {
        try (var client = plugged()) {
            assertThat(read(client)).endsWith("\r\n>: ");
            type(client, "date\r");
            var all = new StringBuilder();
            while (!all.toString().endsWith(">: ")) {
                all.append(read(client));
            }
            assertThat(all).hasToString("date\r\n2026-11-23 12:00:00 1\r\n>: ");
        }
    }

    @Test
    void leavesTheBusWhenItRestartsInMidDialogue() throws IOException {
        try (var client = plugged()) {
            flipper.disturb(TerminalFault.POWER_LOSS, 1);
            client.submitOut(++sequence, CdcSerialPort.BULK_OUT, Readers.NO_SETUP, hex("date\r"));
            client.assertEnded();
        }
        sequence = 0;
        try (var again = plugged()) {
            assertThat(read(again)).endsWith("\r\n>: ");
        }
    }

    @AfterEach
    void close() {
        server.close();
        flipper.close();
    }
}
