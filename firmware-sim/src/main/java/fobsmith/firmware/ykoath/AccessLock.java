package fobsmith.firmware.ykoath;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The access key: who does not know it may only select and reset. The key is in flash, what was proven is in RAM. */
final class AccessLock {
    private static final int CHALLENGE = 8;
    private static final int LONGEST_KEY = 64;

    private final YubiKeyDescription description;
    private final Memory memory;
    private final RandomGenerator random;
    private byte[] challenge = {};
    private boolean proven;

    AccessLock(YubiKeyDescription description, Memory memory, RandomGenerator random) {
        this.description = description;
        this.memory = memory;
        this.random = random;
    }

    /** Power was gone. */
    void forget() {
        challenge = new byte[0];
        proven = false;
    }

    boolean isSet() {
        return memory.accessKey().map(AccessLock::wiped).isPresent();
    }

    private static boolean wiped(byte[] key) {
        Arrays.fill(key, (byte) 0);
        return true;
    }

    void requireOpen() {
        int locked = description.has(Quirk.LOCKED_IS_6985) ? Refusal.CONDITIONS : Refusal.SECURITY;
        Refusal.unless(proven || !isSet(), locked);
    }

    /** The applet is selected: where a key is set, the answer asks for it with a fresh challenge. */
    void ask(Tlvs answer) {
        proven &= description.has(Quirk.VALIDATED_SURVIVES_SELECT);
        memory.accessKey().ifPresent(key -> {
            challenge = new byte[CHALLENGE];
            random.nextBytes(challenge);
            answer.add(Tag.CHALLENGE, challenge).add(Tag.ALGORITHM, key[0]);
            wiped(key);
        });
    }

    /** SET CODE: the host proves that it can compute with the key it sets. Whoever has set it needs not prove it again. */
    void set(byte[] data) {
        var reader = new TlvReader(data);
        var typeAndKey = reader.next(Tag.KEY);
        try {
            if (typeAndKey.length == 0) {
                reader.requireEnd();
                memory.removeAccessKey();
                return;
            }
            set(typeAndKey, reader);
        } finally {
            wiped(typeAndKey);
        }
    }

    private void set(byte[] typeAndKey, TlvReader reader) {
        var hash = Hash.of(typeAndKey[0]).orElseThrow(() -> new Refusal(Refusal.WRONG_DATA));
        Refusal.unless(typeAndKey.length > 1 && typeAndKey.length <= 1 + LONGEST_KEY, Refusal.WRONG_DATA);
        var question = reader.next(Tag.CHALLENGE);
        var proof = reader.next(Tag.FULL_RESPONSE);
        reader.requireEnd();
        typeAndKey[0] = (byte) hash.code();
        Refusal.unless(MessageDigest.isEqual(proof, proof(typeAndKey, question)), Refusal.NO_SUCH_OBJECT);
        memory.keepAccessKey(typeAndKey);
        proven = true;
    }

    /** VALIDATE: the host proves the key, and the token proves it to the host. */
    byte[] validate(byte[] data) {
        var reader = new TlvReader(data);
        var proof = reader.next(Tag.FULL_RESPONSE);
        var question = reader.next(Tag.CHALLENGE);
        reader.requireEnd();
        var key = memory.accessKey().orElseThrow(() -> new Refusal(Refusal.NO_SUCH_OBJECT));
        try {
            boolean right = challenge.length > 0 && MessageDigest.isEqual(proof, proof(key, challenge));
            Refusal.unless(
                    right, description.has(Quirk.WRONG_PASSWORD_IS_6984) ? Refusal.NO_SUCH_OBJECT : Refusal.WRONG_DATA);
            proven = true;
            return new Tlvs().add(Tag.FULL_RESPONSE, proof(key, question)).bytes();
        } finally {
            wiped(key);
        }
    }

    private static byte[] proof(byte[] algorithmAndKey, byte[] question) {
        var key = Arrays.copyOfRange(algorithmAndKey, 1, algorithmAndKey.length);
        try {
            return Hash.of(algorithmAndKey[0]).orElseThrow().hmac(key, question);
        } finally {
            wiped(key);
        }
    }
}
