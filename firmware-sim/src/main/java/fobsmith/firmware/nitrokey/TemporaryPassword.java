package fobsmith.firmware.nitrokey;

import java.security.MessageDigest;
import java.util.Arrays;

/** What the host gives with every protected command in place of a PIN: 25 bytes of its choice, in RAM only. */
final class TemporaryPassword implements AutoCloseable {
    static final int LENGTH = 25;

    private final byte[] bytes = new byte[LENGTH];
    private boolean set;

    void forget() {
        Arrays.fill(bytes, (byte) 0);
        set = false;
    }

    /** Takes the bytes over. */
    void set(byte[] chosen) {
        System.arraycopy(chosen, 0, bytes, 0, LENGTH);
        Arrays.fill(chosen, (byte) 0);
        set = true;
    }

    /** Takes the bytes over. */
    void require(byte[] given) {
        boolean same = MessageDigest.isEqual(bytes, given);
        Arrays.fill(given, (byte) 0);
        Refusal.unless(set && same, CommandStatus.NOT_AUTHORIZED);
    }

    @Override
    public void close() {
        forget();
    }
}
