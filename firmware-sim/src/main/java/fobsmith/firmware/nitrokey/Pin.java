package fobsmith.firmware.nitrokey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * One of the two PINs of the smart card within, and the tries left for it. A try is taken before the PIN is looked at, so that
 * pulling the plug gives none back.
 */
final class Pin {
    /** Bytes of a PIN in a report: what is shorter is followed by zeros. */
    static final int FIELD = 25;

    private static final int TRIES = 3;

    private final Memory memory;
    private final int key;
    private final byte[] factory;

    private Pin(Memory memory, int key, String factory) {
        this.memory = memory;
        this.key = key;
        this.factory = factory.getBytes(US_ASCII);
    }

    static Pin user(Memory memory) {
        return new Pin(memory, Memory.USER_PIN, "123456");
    }

    static Pin admin(Memory memory) {
        return new Pin(memory, Memory.ADMIN_PIN, "12345678");
    }

    int triesLeft() {
        var kept = triesAndPin();
        Arrays.fill(kept, 1, kept.length, (byte) 0);
        return kept[0];
    }

    /** Takes the PIN in this field over; a blocked one is always wrong. */
    boolean verify(byte[] field) {
        var given = withoutZeros(field);
        var kept = triesAndPin();
        try {
            return kept[0] > 0 && verify(given, kept);
        } finally {
            Arrays.fill(kept, (byte) 0);
            Arrays.fill(given, (byte) 0);
        }
    }

    private boolean verify(byte[] given, byte[] kept) {
        keep(kept[0] - 1, kept);
        var pin = Arrays.copyOfRange(kept, 1, kept.length);
        boolean right = MessageDigest.isEqual(pin, given);
        Arrays.fill(pin, (byte) 0);
        if (right) {
            keep(TRIES, kept);
        }
        return right;
    }

    private void keep(int tries, byte[] triesAndPin) {
        var changed = triesAndPin.clone();
        changed[0] = (byte) tries;
        memory.keepPin(key, changed);
    }

    /** Takes the PIN in this field over, with all tries; false where it is shorter than the factory's. */
    boolean change(byte[] field) {
        var pin = withoutZeros(field);
        boolean longEnough = pin.length >= factory.length;
        if (longEnough) {
            memory.keepPin(key, withTries(pin));
        }
        Arrays.fill(pin, (byte) 0);
        return longEnough;
    }

    private byte[] triesAndPin() {
        return memory.pin(key).orElseGet(() -> withTries(factory));
    }

    private static byte[] withTries(byte[] pin) {
        var all = new byte[1 + pin.length];
        all[0] = TRIES;
        System.arraycopy(pin, 0, all, 1, pin.length);
        return all;
    }

    /** Wipes the field. */
    private static byte[] withoutZeros(byte[] field) {
        int length = 0;
        while (length < field.length && field[length] != 0) {
            length++;
        }
        var pin = Arrays.copyOf(field, length);
        Arrays.fill(field, (byte) 0);
        return pin;
    }
}
