package fobsmith.firmware.ykoath;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.firmware.usb.Hex;
import fobsmith.firmware.usb.SmartCard;

/** A host that sends what its caller wants, right or wrong. Commands and answers are in hexadecimal. */
record Wire(SmartCard card) {
    static final String SELECT = "00a4040007a0000005272101";
    /** ASCII "12345678901234567890": RFC 4226 appendix D. */
    static final String KEY = "3132333435363738393031323334353637383930";

    static final String TOTP = "21";
    static final String HOTP = "11";
    static final String STEP_1 = "0000000000000001";

    String send(String apdu) {
        return Hex.text(card.exchange(Hex.bytes(apdu)));
    }

    String select() {
        return send(SELECT);
    }

    static String tlv(String tag, String value) {
        var bytes = Hex.bytes(value);
        return tag + "%02x".formatted(bytes.length) + value;
    }

    static String name(String text) {
        return tlv("71", Hex.text(text.getBytes(UTF_8)));
    }

    static String order(String header, String data) {
        return header + "%02x".formatted(Hex.bytes(data).length) + data;
    }

    static String put(String name, String type, String more) {
        return order("00010000", name(name) + tlv("73", type + "06" + KEY) + more);
    }

    String add(String name, String type, String more) {
        return send(put(name, type, more));
    }

    String add(String name) {
        return add(name, TOTP, "");
    }

    String calculate(String name, String challenge) {
        return send(order("00a20001", name(name) + tlv("74", challenge)));
    }

    String list() {
        return send("00a1000000");
    }
}
