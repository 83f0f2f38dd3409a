package fobsmith.firmware.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashStore;
import fobsmith.firmware.parts.ClockSetting;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What a Molto2 keeps in its flash, under which key. Everything is either written or not: see {@link FlashStore}. */
final class Memory {
    /** Profiles have the keys from 0, their corrections of the clock those from here. */
    private static final int PROFILE_CORRECTION = 100;

    private static final int CORRECTION = 200;
    private static final int CRYSTAL = 201;
    private static final int CUSTOMER_KEY = 202;
    private static final int TRIES_LEFT = 203;
    private static final int SERIAL = 204;

    private final FlashStore store;

    private Memory(FlashStore store) {
        this.store = store;
    }

    static Memory open(Flash flash) {
        return new Memory(FlashStore.open(flash));
    }

    /** The caller closes it. */
    StoredProfile profile(int number) {
        return store.get(number).map(Memory::profile).orElseGet(StoredProfile::empty);
    }

    private static StoredProfile profile(byte[] bytes) {
        try {
            return StoredProfile.decode(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    void keep(int number, StoredProfile profile) {
        keepAndWipe(number, profile.encode());
    }

    private void keepAndWipe(int key, byte[] value) {
        try {
            store.put(key, value);
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }

    /** What the chip adds to the crystal's time for this profile. */
    Duration correction(int profile) {
        return store.get(PROFILE_CORRECTION + profile).map(Memory::millis).orElseGet(this::correction);
    }

    /** What the chip adds to the crystal's time. */
    Duration correction() {
        return store.get(CORRECTION).map(Memory::millis).orElse(Duration.ZERO);
    }

    private static Duration millis(byte[] bytes) {
        return Duration.ofMillis(ByteBuffer.wrap(bytes).getLong());
    }

    void keepCorrection(int profile, Duration correction) {
        store.put(PROFILE_CORRECTION + profile, millis(correction));
    }

    void keepCorrection(Duration correction) {
        store.put(CORRECTION, millis(correction));
    }

    private static byte[] millis(Duration duration) {
        return ByteBuffer.allocate(Long.BYTES).putLong(duration.toMillis()).array();
    }

    /** Since when the crystal has run undisturbed; empty in fresh flash. */
    Optional<ClockSetting> crystal() {
        return store.get(CRYSTAL)
                .map(ByteBuffer::wrap)
                .map(bytes -> new ClockSetting(
                        Instant.ofEpochMilli(bytes.getLong()),
                        Instant.ofEpochMilli(bytes.getLong()),
                        Instant.ofEpochMilli(bytes.getLong())));
    }

    void keepCrystal(ClockSetting setting) {
        store.put(
                CRYSTAL,
                ByteBuffer.allocate(3 * Long.BYTES)
                        .putLong(setting.produced().toEpochMilli())
                        .putLong(setting.setAt().toEpochMilli())
                        .putLong(setting.shown().toEpochMilli())
                        .array());
    }

    /** The SM4 key made of the customer key; empty for the factory's. The caller wipes it. */
    Optional<byte[]> customerKey() {
        return store.get(CUSTOMER_KEY);
    }

    void keepCustomerKey(byte[] key) {
        store.put(CUSTOMER_KEY, key);
    }

    /** Empty while all are. */
    Optional<Integer> triesLeft() {
        return store.get(TRIES_LEFT).map(bytes -> bytes[0] & 0xff);
    }

    void keepTriesLeft(int tries) {
        store.put(TRIES_LEFT, new byte[] {(byte) tries});
    }

    void restoreTries() {
        store.remove(TRIES_LEFT);
    }

    Optional<String> serial() {
        return store.get(SERIAL).map(bytes -> new String(bytes, US_ASCII));
    }

    void keepSerial(String serial) {
        store.put(SERIAL, serial.getBytes(US_ASCII));
    }

    /** Profiles and customer key are gone at once; clock and serial stay. */
    void resetToFactory(boolean restoringTries) {
        IntPredicate staying =
                key -> key == SERIAL || key == CRYSTAL || key == CORRECTION || (key == TRIES_LEFT && !restoringTries);
        store.retain(staying);
    }
}
