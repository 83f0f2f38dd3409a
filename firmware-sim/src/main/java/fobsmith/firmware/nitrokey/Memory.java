package fobsmith.firmware.nitrokey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashStore;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** What a Nitrokey keeps in its flash, under which key. Everything is either written or not: see {@link FlashStore}. */
final class Memory {
    static final int CONFIGURATION_BYTES = 5;

    // Slots have their numbers, which begin with 10.
    private static final int SERIAL = 1;
    private static final int CONFIGURATION = 2;
    private static final int TIME_STAMP = 3;
    static final int USER_PIN = 4;
    static final int ADMIN_PIN = 5;

    private final FlashStore store;

    private Memory(FlashStore store) {
        this.store = store;
    }

    static Memory open(Flash flash) {
        return new Memory(FlashStore.open(flash));
    }

    /** Empty where it is not programmed; the caller closes it. */
    Optional<StoredSlot> slot(int number) {
        return store.get(number).map(StoredSlot::of);
    }

    void keep(int number, StoredSlot slot) {
        keepAndWipe(number, slot.encode());
    }

    void erase(int number) {
        store.remove(number);
    }

    /** Tries left, then the PIN; empty where it is the factory's. The caller wipes it. */
    Optional<byte[]> pin(int key) {
        return store.get(key);
    }

    void keepPin(int key, byte[] triesAndPin) {
        keepAndWipe(key, triesAndPin);
    }

    private void keepAndWipe(int key, byte[] value) {
        try {
            store.put(key, value);
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }

    /** The five general configuration bytes; all bits are set where none were written. */
    byte[] configuration() {
        return store.get(CONFIGURATION).orElseGet(() -> {
            var erased = new byte[CONFIGURATION_BYTES];
            Arrays.fill(erased, (byte) 0xff);
            return erased;
        });
    }

    void keepConfiguration(byte[] configuration) {
        store.put(CONFIGURATION, configuration);
    }

    /** Minutes from 2014; empty where no time was ever set. */
    OptionalInt timeStamp() {
        return store.get(TIME_STAMP)
                .map(bytes -> OptionalInt.of(ByteBuffer.wrap(bytes).getInt()))
                .orElse(OptionalInt.empty());
    }

    void keepTimeStamp(int minutes) {
        store.put(TIME_STAMP, ByteBuffer.allocate(Integer.BYTES).putInt(minutes).array());
    }

    Optional<String> serial() {
        return store.get(SERIAL).map(bytes -> new String(bytes, US_ASCII));
    }

    void keepSerial(String serial) {
        store.put(SERIAL, serial.getBytes(US_ASCII));
    }

    /** Slots and PINs are gone at once; configuration, time stamp and serial stay. */
    void resetToFactory() {
        store.retain(key -> key == SERIAL || key == CONFIGURATION || key == TIME_STAMP);
    }
}
