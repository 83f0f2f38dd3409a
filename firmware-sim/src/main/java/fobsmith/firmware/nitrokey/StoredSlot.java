package fobsmith.firmware.nitrokey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A slot as it stands in the flash, 79 bytes after {@code OTP_slot} of {@code src/inc/hotp.h}: type, number, name, secret,
 * configuration, token id, counter or interval. Owns its bytes and wipes them when closed.
 */
final class StoredSlot implements AutoCloseable {
    static final int NAME = 15;
    static final int SECRET = 40;
    static final int TOKEN_ID = 13;

    private static final int NUMBER_AT = 1;
    private static final int NAME_AT = 2;
    private static final int SECRET_AT = NAME_AT + NAME;
    private static final int CONFIGURATION_AT = SECRET_AT + SECRET;
    private static final int TOKEN_ID_AT = CONFIGURATION_AT + 1;
    private static final int FACTOR_AT = TOKEN_ID_AT + TOKEN_ID;
    private static final int LENGTH = FACTOR_AT + Long.BYTES;

    private static final int EIGHT_DIGITS = 1;

    private final byte[] bytes;
    private final ByteBuffer numbers;

    private StoredSlot(byte[] bytes) {
        this.bytes = bytes;
        this.numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What a host has not said anything of yet. */
    static StoredSlot blank() {
        return new StoredSlot(new byte[LENGTH]);
    }

    /** As erased flash reads. */
    static StoredSlot erased() {
        var ones = new byte[LENGTH];
        Arrays.fill(ones, (byte) 0xff);
        return new StoredSlot(ones);
    }

    /** Takes the bytes over. */
    static StoredSlot of(byte[] bytes) {
        return new StoredSlot(bytes);
    }

    /** A copy; the caller wipes it. */
    byte[] encode() {
        return bytes.clone();
    }

    byte[] name() {
        return Arrays.copyOfRange(bytes, NAME_AT, SECRET_AT);
    }

    /** The name up to its first zero. */
    String nameAsText() {
        var text = new String(name(), UTF_8);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    boolean hasName() {
        return bytes[NAME_AT] != 0;
    }

    void name(byte[] data) {
        System.arraycopy(data, 0, bytes, NAME_AT, NAME);
    }

    /** A copy; the caller wipes it. */
    byte[] secret() {
        return Arrays.copyOfRange(bytes, SECRET_AT, CONFIGURATION_AT);
    }

    /** Where it is all zeros, the host leaves it as it is. */
    boolean hasSecret() {
        int all = 0;
        for (int i = SECRET_AT; i < CONFIGURATION_AT; i++) {
            all |= bytes[i];
        }
        return all != 0;
    }

    /** From there on, as far as it fits. */
    void secret(byte[] data, int from) {
        System.arraycopy(data, 0, bytes, SECRET_AT + from, Math.min(data.length, SECRET - from));
    }

    byte configuration() {
        return bytes[CONFIGURATION_AT];
    }

    int digits() {
        return (configuration() & EIGHT_DIGITS) == 0 ? 6 : 8;
    }

    byte[] tokenId() {
        return Arrays.copyOfRange(bytes, TOKEN_ID_AT, FACTOR_AT);
    }

    /** HOTP's counter, or TOTP's time step in seconds. */
    long factor() {
        return numbers.getLong(FACTOR_AT);
    }

    void factor(long factor) {
        numbers.putLong(FACTOR_AT, factor);
    }

    void program(int number, byte configuration, byte[] tokenId, long factor) {
        bytes[0] = (byte) (SlotNumbers.isHotp(number) ? 'H' : 'T');
        bytes[NUMBER_AT] = (byte) number;
        bytes[CONFIGURATION_AT] = configuration;
        System.arraycopy(tokenId, 0, bytes, TOKEN_ID_AT, TOKEN_ID);
        factor(factor);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
