package fobsmith.firmware.ykoath;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The PIN that a Nitrokey 3 has instead of an access key. It locks nothing but what was encrypted with it, which this twin
 * does not know; it is set, proven and changed, each with a touch, until eight wrong ones in a row (assumed: the number).
 */
final class Pin {
    private static final int TRIES = 8;
    private static final int LONGEST = 128;

    private final Memory memory;
    private final Finger finger;

    Pin(Memory memory, Finger finger) {
        this.memory = memory;
        this.finger = finger;
    }

    private boolean isSet() {
        return memory.pin().map(Pin::wiped).isPresent();
    }

    private static boolean wiped(byte[] bytes) {
        Arrays.fill(bytes, (byte) 0);
        return true;
    }

    /** What SELECT tells beside the version: the tries left where a PIN is set, else the salt. */
    void tell(Tlvs answer) {
        memory.pin()
                .ifPresentOrElse(
                        triesAndPin -> answer.add(Tag.PIN_COUNTER, triesAndPin[0]),
                        () -> answer.add(Tag.NAME, memory.salt().orElseThrow()));
    }

    /** Once, until a reset. */
    void set(byte[] data) {
        Refusal.unless(!isSet(), Refusal.SECURITY);
        var reader = new TlvReader(data);
        var chosen = requireLength(reader.next(Tag.PASSWORD));
        reader.requireEnd();
        finger.require();
        keep(TRIES, chosen);
    }

    /** Assumed: up to 128 bytes. */
    private static byte[] requireLength(byte[] pin) {
        Refusal.unless(pin.length > 0 && pin.length <= LONGEST, Refusal.WRONG_DATA);
        return pin;
    }

    void verify(byte[] data) {
        Refusal.unless(isSet(), Refusal.SECURITY);
        var reader = new TlvReader(data);
        var offered = reader.next(Tag.PASSWORD);
        reader.requireEnd();
        prove(offered);
    }

    void change(byte[] data) {
        Refusal.unless(isSet(), Refusal.SECURITY);
        var reader = new TlvReader(data);
        var offered = reader.next(Tag.PASSWORD);
        var chosen = requireLength(reader.next(Tag.NEW_PASSWORD));
        reader.requireEnd();
        prove(offered);
        keep(TRIES, chosen);
    }

    /** A try is taken before the PIN is looked at. */
    private void prove(byte[] offered) {
        finger.require();
        var triesAndPin = memory.pin().orElseThrow();
        var right = Arrays.copyOfRange(triesAndPin, 1, triesAndPin.length);
        int tries = triesAndPin[0];
        try {
            Refusal.unless(tries > 0, Refusal.NOT_VERIFIED);
            keep(tries - 1, right.clone());
            Refusal.unless(MessageDigest.isEqual(right, offered), Refusal.NOT_VERIFIED);
            keep(TRIES, right.clone());
        } finally {
            wiped(triesAndPin);
            wiped(right);
            wiped(offered);
        }
    }

    /** Wipes the PIN it is given. */
    private void keep(int tries, byte[] pin) {
        var triesAndPin = new byte[1 + pin.length];
        triesAndPin[0] = (byte) tries;
        System.arraycopy(pin, 0, triesAndPin, 1, pin.length);
        wiped(pin);
        try {
            memory.keepPin(triesAndPin);
        } finally {
            wiped(triesAndPin);
        }
    }
}
