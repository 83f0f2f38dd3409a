package fobsmith.firmware.usb;

import java.util.ArrayList;
import java.util.List;

/** Drives a device as a host would, byte by byte in hexadecimal. */
final class Host {
    private static final int ENOUGH = 65_536;

    private final UsbFunction device;

    Host(UsbFunction device) {
        this.device = device;
    }

    static CcidReader reader(SmartCard card, ExchangeLevel level) {
        return new CcidReader(new ReaderIdentity(0x1209, 0x0a7b, 0x0102, "Maker", "Reader", "0042"), level, card);
    }

    /** Sends a message in one transfer, and reads one answer; empty where there is none. */
    String bulk(String message) {
        device.out(CcidReader.BULK_OUT, Hex.bytes(message));
        return next();
    }

    String next() {
        return device.in(CcidReader.BULK_IN, ENOUGH).map(Hex::text).orElse("");
    }

    List<String> all() {
        var answers = new ArrayList<String>();
        for (var answer = next(); !answer.isEmpty(); answer = next()) {
            answers.add(answer);
        }
        return answers;
    }

    String control(String setup) {
        return Hex.text(device.control(Hex.bytes(setup), new byte[0]));
    }

    String interrupt() {
        return device.in(CcidReader.INTERRUPT_IN, 8).map(Hex::text).orElse("");
    }

    void powerOn() {
        bulk("62 00000000 00 00 00 0000");
    }
}
