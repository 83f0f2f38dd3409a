package fobsmith.firmware.ykoath;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What a credential is, and its key, as it stands in the flash. Owns its bytes and wipes them when closed. */
final class Credential implements AutoCloseable {
    static final int HOTP = 0x10;
    static final int TOTP = 0x20;
    static final int INCREASING = 0x01;
    static final int TOUCH = 0x02;

    private static final int HIGH_HALF = 0xf0;

    private final int type;
    private final int digits;
    private final int properties;
    private final byte[] id;
    private final byte[] key;
    /** The counter of HOTP; of TOTP the last challenge, where they have to increase. */
    private final long movingFactor;

    /** Takes the key over. */
    Credential(int type, int digits, int properties, byte[] id, byte[] key, long movingFactor) {
        this.type = type;
        this.digits = digits;
        this.properties = properties;
        this.id = id;
        this.key = key;
        this.movingFactor = movingFactor;
    }

    static Credential decode(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        int type = buffer.get();
        int digits = buffer.get();
        int properties = buffer.get();
        var id = new byte[buffer.get()];
        var key = new byte[buffer.get()];
        long movingFactor = buffer.get(id).get(key).getLong();
        return new Credential(type, digits, properties, id, key, movingFactor);
    }

    /** The caller wipes it. */
    byte[] encode() {
        return ByteBuffer.allocate(5 + id.length + key.length + Long.BYTES)
                .put((byte) type)
                .put((byte) digits)
                .put((byte) properties)
                .put((byte) id.length)
                .put((byte) key.length)
                .put(id)
                .put(key)
                .putLong(movingFactor)
                .array();
    }

    Credential called(byte[] otherId) {
        return new Credential(type, digits, properties, otherId, key.clone(), movingFactor);
    }

    Credential movedTo(long otherFactor) {
        return new Credential(type, digits, properties, id, key.clone(), otherFactor);
    }

    boolean isCalled(byte[] someId) {
        return Arrays.equals(id, someId);
    }

    byte[] id() {
        return id.clone();
    }

    int type() {
        return type;
    }

    boolean isHotp() {
        return isHotp(type);
    }

    static boolean isHotp(int type) {
        return (type & HIGH_HALF) == HOTP;
    }

    int digits() {
        return digits;
    }

    boolean has(int property) {
        return (properties & property) != 0;
    }

    Hash hash() {
        return Hash.of(type).orElseThrow();
    }

    long movingFactor() {
        return movingFactor;
    }

    byte[] hmac(byte[] challenge) {
        return hash().hmac(key, challenge);
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }
}
