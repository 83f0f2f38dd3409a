package fobsmith.firmware.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * What the application calls a token, but for its seed.
 *
 * @param digits 5, 6 or 8
 * @param step the time step in seconds, 15 to 255
 * @param counter of an HOTP entry, 64 bits without sign
 * @param features bits of {@link Feature}
 */
record Entry(String name, Kind kind, Hash hash, int digits, int step, long counter, int features) {
    /** As long as a value of the flash can be; assumed, on the device only the card is the limit. */
    static final int LONGEST_NAME = 240;

    private static final int BEFORE_NAME = 5 + Long.BYTES;

    /** What an entry is unless somebody says otherwise. */
    static Entry usual(String name) {
        return new Entry(name, Kind.TOTP, Hash.SHA1, 6, 30, 0, 0);
    }

    Entry withName(String other) {
        return new Entry(other, kind, hash, digits, step, counter, features);
    }

    Entry withKind(Kind other) {
        return new Entry(name, other, hash, digits, step, counter, features);
    }

    /** Steam's codes always have five characters. */
    Entry withHash(Hash other) {
        return new Entry(name, kind, other, other == Hash.STEAM ? Hash.STEAM_LENGTH : digits, step, counter, features);
    }

    Entry withDigits(int other) {
        return new Entry(name, kind, hash, other, step, counter, features);
    }

    Entry withStep(int other) {
        return new Entry(name, kind, hash, digits, other, counter, features);
    }

    Entry withCounter(long other) {
        return new Entry(name, kind, hash, digits, step, other, features);
    }

    Entry withFeatures(int other) {
        return new Entry(name, kind, hash, digits, step, counter, other);
    }

    boolean has(Feature feature) {
        return (features & feature.bit()) != 0;
    }

    byte[] encode() {
        return ByteBuffer.allocate(BEFORE_NAME + name.length())
                .put((byte) kind.number())
                .put((byte) hash.number())
                .put((byte) digits)
                .put((byte) step)
                .putLong(counter)
                .put((byte) features)
                .put(name.getBytes(US_ASCII))
                .array();
    }

    static Entry decode(byte[] bytes) {
        return new Entry(
                new String(bytes, BEFORE_NAME, bytes.length - BEFORE_NAME, US_ASCII),
                numbered(bytes[0], Kind::number, Kind.values()),
                numbered(bytes[1], Hash::number, Hash.values()),
                bytes[2],
                bytes[3] & 0xff,
                ByteBuffer.wrap(bytes).getLong(4),
                bytes[BEFORE_NAME - 1]);
    }

    private static <E> E numbered(int number, ToIntFunction<E> numbers, E[] all) {
        return Arrays.stream(all)
                .filter(one -> numbers.applyAsInt(one) == number)
                .findFirst()
                .orElseThrow();
    }
}
