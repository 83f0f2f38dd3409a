package fobsmith.firmware.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.flash.FlashStore;
import java.util.Arrays;
import java.util.Optional;

/** What a token keeps in its flash, under which key. Everything is either written or not: see {@link FlashStore}. */
final class Memory {
    /** Credentials have the keys from 0. */
    private static final int ACCESS_KEY = 200;

    private static final int SALT = 201;
    private static final int SERIAL = 202;
    private static final int PIN = 203;

    private final FlashStore store;

    private Memory(FlashStore store) {
        this.store = store;
    }

    static Memory open(Flash flash) {
        return new Memory(FlashStore.open(flash));
    }

    /** The caller closes it. */
    Optional<Credential> credential(int number) {
        return store.get(number).map(bytes -> {
            try {
                return Credential.decode(bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        });
    }

    void keep(int number, Credential credential) {
        var bytes = credential.encode();
        try {
            store.put(number, bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    void remove(int number) {
        store.remove(number);
    }

    /** Algorithm, then the key; empty where none is set. The caller wipes it. */
    Optional<byte[]> accessKey() {
        return store.get(ACCESS_KEY);
    }

    void keepAccessKey(byte[] algorithmAndKey) {
        store.put(ACCESS_KEY, algorithmAndKey);
    }

    void removeAccessKey() {
        store.remove(ACCESS_KEY);
    }

    /** Tries left, then the PIN; empty where none is set. The caller wipes it. */
    Optional<byte[]> pin() {
        return store.get(PIN);
    }

    void keepPin(byte[] triesAndPin) {
        store.put(PIN, triesAndPin);
    }

    /** Empty in fresh flash, and after a reset. */
    Optional<byte[]> salt() {
        return store.get(SALT);
    }

    void keepSalt(byte[] salt) {
        store.put(SALT, salt);
    }

    Optional<String> serial() {
        return store.get(SERIAL).map(bytes -> new String(bytes, US_ASCII));
    }

    void keepSerial(String serial) {
        store.put(SERIAL, serial.getBytes(US_ASCII));
    }

    /** Credentials, access key, PIN and salt are gone at once. */
    void reset() {
        store.retain(key -> key == SERIAL);
    }
}
