package fobsmith.firmware.token2;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Who may give orders: challenge and answer under the customer key, then a MAC with every order. Challenge and authentication
 * are in RAM, the tries in flash, where one is taken before the answer is looked at.
 */
final class Gate {
    private static final int CHALLENGE = 8;

    private final Memory memory;
    private final Molto2Assumptions assumptions;
    private final RandomGenerator random;
    private byte[] challenge = {};
    private boolean authenticated;

    Gate(Memory memory, Molto2Assumptions assumptions, RandomGenerator random) {
        this.memory = memory;
        this.assumptions = assumptions;
        this.random = random;
    }

    /** Power or reader were gone. */
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

    void authenticate(byte[] answer) {
        int tries = triesLeft();
        Refusal.unless(tries > 0, Refusal.SECURITY);
        Refusal.unless(answer.length == Sm4.BLOCK, Refusal.WRONG_LENGTH);
        Refusal.unless(challenge.length > 0, Refusal.WRONG_DATA);
        var question = Arrays.copyOf(challenge, Sm4.BLOCK);
        forget();
        memory.keepTriesLeft(tries - 1);
        if (!MessageDigest.isEqual(underKey(key -> Sm4.encrypt(key, question)), answer)) {
            throw assumptions.hold(Assumption.TRIES_IN_LOW_HALF)
                    ? Refusal.triesLeftInLowHalf(tries - 1)
                    : Refusal.triesLeft(tries - 1);
        }
        giveBack(tries);
        authenticated = true;
    }

    private void giveBack(int tries) {
        if (tries == assumptions.tries() || assumptions.hold(Assumption.SUCCESS_RESTORES_TRIES)) {
            memory.restoreTries();
        } else {
            memory.keepTriesLeft(tries);
        }
    }

    int triesLeft() {
        return memory.triesLeft().orElse(assumptions.tries());
    }

    /** The order without its MAC, which is looked at before the authentication. */
    byte[] admit(Command order) {
        var body = order.body();
        Refusal.unless(body.length >= Sm4.MAC, Refusal.WRONG_LENGTH);
        int end = body.length - Sm4.MAC;
        var mac = Arrays.copyOfRange(body, end, body.length);
        if (!MessageDigest.isEqual(underKey(key -> Sm4.mac(key, order.macInput(Sm4.MAC))), mac)) {
            authenticated &= !assumptions.hold(Assumption.WRONG_MAC_ENDS_AUTHENTICATION);
            throw new Refusal(Refusal.SECURITY);
        }
        Refusal.unless(authenticated, Refusal.SECURITY);
        return Arrays.copyOf(body, end);
    }

    /** Decrypts whole blocks, four at most. The caller wipes the answer. */
    byte[] decrypt(byte[] encrypted) {
        boolean blocks = encrypted.length > 0 && encrypted.length % Sm4.BLOCK == 0;
        Refusal.unless(blocks && encrypted.length <= 4 * Sm4.BLOCK, Refusal.WRONG_DATA);
        return underKey(key -> Sm4.decrypt(key, encrypted));
    }

    /** Takes a new SM4 key; the caller wipes it. */
    void changeKey(byte[] newKey) {
        memory.keepCustomerKey(newKey);
        if (assumptions.hold(Assumption.NEW_KEY_ENDS_AUTHENTICATION)) {
            forget();
        }
    }

    private byte[] underKey(Function<byte[], byte[]> work) {
        var key = memory.customerKey().orElseGet(CustomerKey::factory);
        try {
            return work.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
