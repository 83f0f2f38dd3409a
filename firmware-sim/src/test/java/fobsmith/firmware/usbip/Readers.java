package fobsmith.firmware.usbip;

import fobsmith.firmware.usb.CcidReader;
import fobsmith.firmware.usb.ExchangeLevel;
import fobsmith.firmware.usb.Hex;
import fobsmith.firmware.usb.ReaderIdentity;
import fobsmith.firmware.usb.SmartCard;
import java.io.IOException;
import java.time.Duration;

/** The devices of these tests, and messages to them. */
final class Readers {
    static final String NO_SETUP = "0000000000000000";
    static final int OUT = 1;
    static final int IN = 2;
    static final int INTERRUPT = 3;

    static final String POWER_ON = "62 00000000 00 01 00 0000";
    static final String POWERED_ON = "80040000000001000000" + "3b800181";
    static final String SLOT_STATUS = "65 00000000 00 02 000000";
    static final String INACTIVE = "81000000000002010001";
    static final String ACTIVE = "81000000000002000000";

    private Readers() {}

    static CcidReader holding(SmartCard card) {
        var identity = new ReaderIdentity(0x1209, 0x0a7b, 0x0102, "Maker", "Reader", "0042");
        return new CcidReader(identity, ExchangeLevel.SHORT_APDU, card);
    }

    /** That asks for more time after a millisecond. */
    static CcidReader impatientlyHolding(SmartCard card) {
        var identity = new ReaderIdentity(0x1209, 0x0a7b, 0x0102, "Maker", "Reader", "0042");
        return new CcidReader(identity, ExchangeLevel.SHORT_APDU, card, Duration.ofMillis(1));
    }

    static String echo(String data) {
        return "6f %02x000000 00 03 00 0000 00100000".formatted(4 + data.length() / 2) + data;
    }

    static String echoed(String data) {
        return "80%02x000000000300000000100000".formatted(6 + data.length() / 2) + data + "9000";
    }

    /** Sends a message and reads its answer, using two sequence numbers. */
    static void exchange(RawClient client, int sequence, String message, String answer) throws IOException {
        client.submitOut(sequence, OUT, NO_SETUP, message);
        client.assertSubmitted(sequence, 0, Hex.bytes(message).length, "");
        client.submitIn(sequence + 1, IN, NO_SETUP, 512);
        client.assertSubmitted(sequence + 1, 0, answer.length() / 2, answer);
    }
}
