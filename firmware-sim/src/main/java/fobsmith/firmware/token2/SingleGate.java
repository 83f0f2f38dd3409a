package fobsmith.firmware.token2;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Who may give orders to a single-profile token: challenge and answer, and a MAC with every order, all under a key that is in
 * every token and in the vendor's documents. Challenge and authentication are in RAM.
 */
final class SingleGate {
    private static final byte[] KEY = HexFormat.of().parseHex("8ad206883ca369482ab27182b6e83224");
    private static final int CHALLENGE = 8;

    private final SingleProfileDescription description;
    private final Memory memory;
    private final RandomGenerator random;
    private byte[] challenge = {};
    private boolean authenticated;

    SingleGate(SingleProfileDescription description, Memory memory, RandomGenerator random) {
        this.description = description;
        this.memory = memory;
        this.random = random;
    }

    void forget() {
        challenge = new byte[0];
        authenticated = false;
    }

    byte[] challenge() {
        authenticated = false;
        challenge = new byte[CHALLENGE];
        random.nextBytes(challenge);
        return challenge.clone();
    }

    /** A lock is no tries left. */
    boolean isLocked() {
        return memory.triesLeft().isPresent();
    }

    void authenticate(byte[] answer) {
        Refusal.unless(!isLocked(), Refusal.SECURITY);
        Refusal.unless(challenge.length > 0 && answer.length == Sm4.BLOCK, Refusal.WRONG_DATA);
        var right = Sm4.encrypt(KEY, Arrays.copyOf(challenge, Sm4.BLOCK));
        challenge = new byte[0];
        if (!MessageDigest.isEqual(right, answer)) {
            lock();
            throw new Refusal(Refusal.SECURITY);
        }
        authenticated = true;
    }

    private void lock() {
        if (description.locksForGood()) {
            memory.keepTriesLeft(0);
        }
    }

    /** The order's body, once its MAC is right, which is looked at before anything else. */
    byte[] body(SingleCommand order) {
        var data = order.data();
        Refusal.unless(data.length >= Sm4.MAC, Refusal.WRONG_LENGTH);
        int end = data.length - Sm4.MAC;
        var mac = Arrays.copyOfRange(data, end, data.length);
        Refusal.unless(MessageDigest.isEqual(Sm4.mac(KEY, order.macInput(end)), mac), Refusal.SECURITY);
        return Arrays.copyOf(data, end);
    }

    void requireAuthenticated() {
        Refusal.unless(authenticated, Refusal.SECURITY);
    }

    /** Whole blocks, four at most. The caller wipes the answer. */
    static byte[] decrypt(byte[] encrypted) {
        boolean blocks = encrypted.length > 0 && encrypted.length % Sm4.BLOCK == 0;
        Refusal.unless(blocks && encrypted.length <= 4 * Sm4.BLOCK, Refusal.WRONG_DATA);
        return Sm4.decrypt(KEY, encrypted);
    }
}
