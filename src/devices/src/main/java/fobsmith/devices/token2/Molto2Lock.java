package fobsmith.devices.token2;

import fobsmith.devices.DeviceException;
import fobsmith.devices.StatusWord;
import fobsmith.devices.TokenCredential;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a Molto2 takes only from who knows its customer key: the proof of it, and commands under a MAC. One thread. */
final class Molto2Lock implements AutoCloseable {
    private static final byte[] GET_CHALLENGE = Apdu.of(0x80, 0x4b, 0x08, 0x00, 0x00);
    private static final int AUTHENTICATE = 0x80ce;
    private static final int SET_CUSTOMER_KEY = 0xd7;

    /** Class of a command with a MAC, and the class that the MAC itself covers. */
    private static final int SECURED = 0x84;

    private static final int PLAIN = 0x80;

    private static final int CHALLENGE_LENGTH = 8;
    private static final int LAST_TRIES = 3;

    private final Molto2Card card;

    /** As far as the token has told. The right key ends the count, but is tried only while it is harmless. */
    private int triesLeft = Integer.MAX_VALUE;

    private @Nullable Sm4Key key;

    Molto2Lock(Molto2Card card) {
        this.card = card;
    }

    void open(TokenCredential customerKey) {
        requireTriesToSpare();
        close();
        var candidate = Sm4Key.of(customerKey);
        try {
            requireAccepted(
                    card.order("AUTHENTICATE", Apdu.withBody(AUTHENTICATE, 0, 0, candidate.answer(challenge()))));
        } catch (RuntimeException e) {
            candidate.close();
            throw e;
        }
        key = candidate;
    }

    private void requireTriesToSpare() {
        card.requireLink();
        if (triesLeft <= LAST_TRIES) {
            throw new DeviceException.Refused(
                    "no further customer key is tried: this Molto2 has %d tries left".formatted(triesLeft),
                    "find out the customer key of this token; a factory reset, which erases every profile, ends the count");
        }
    }

    private byte[] challenge() {
        var challenge = card.ask("GET CHALLENGE", GET_CHALLENGE);
        if (challenge.length != CHALLENGE_LENGTH) {
            throw new DeviceException.Malformed(
                    "a challenge of %d bytes instead of %d".formatted(challenge.length, CHALLENGE_LENGTH));
        }
        return challenge;
    }

    private void requireAccepted(StatusWord status) {
        if (status.sw1() == Refusals.WRONG_KEY) {
            triesLeft = triesLeft(status);
            throw new DeviceException.WrongCredential(
                    "the Molto2 did not take this customer key; %d tries left".formatted(triesLeft), triesLeft);
        }
        if (status.value() == Refusals.NOT_AUTHENTIC) {
            throw new DeviceException.Refused(
                    "the Molto2 takes no customer key any more (6983)",
                    status,
                    "reset this token to its factory settings at its own buttons; every profile is erased by it");
        }
        Refusals.requireDone("AUTHENTICATE", status);
    }

    /**
     * The vendor's text counts in the whole byte; hardware was seen to count as ISO/IEC 7816-4 does, in the low half of 63Cx.
     */
    private static int triesLeft(StatusWord status) {
        boolean inLowHalf = (status.sw2() & 0xf0) == 0xc0;
        return inLowHalf ? status.sw2() & 0x0f : status.sw2();
    }

    /** Encrypts what only the token may read. */
    byte[] encrypt(byte[] plain) {
        return key().encrypt(plain);
    }

    /** Gives an order under the MAC, which covers class 80 and a length without the MAC. */
    StatusWord order(String command, int instruction, int first, int second, byte[] body) {
        var mac = key().mac(Apdu.withBody(PLAIN << 8 | instruction, first, second, body));
        return card.order(command, Apdu.withBody(SECURED << 8 | instruction, first, second, body, mac));
    }

    void tellNext(TokenCredential customerKey) {
        var status = order("SET CUSTOMER KEY", SET_CUSTOMER_KEY, 0, 0, encrypted(customerKey));
        if (status.isOk()) {
            throw new DeviceException.Malformed(
                    "SET CUSTOMER KEY was done (9000) without anybody having pressed the up arrow");
        }
        if (status.value() != Refusals.WAITS_FOR_BUTTON) {
            throw Refusals.of("SET CUSTOMER KEY", status);
        }
    }

    private byte[] encrypted(TokenCredential customerKey) {
        var next = CustomerKey.sm4Bytes(customerKey);
        var plain = new byte[1 + next.length];
        System.arraycopy(next, 0, plain, 1, next.length);
        try {
            return encrypt(plain);
        } finally {
            Arrays.fill(next, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }

    void requireOpen() {
        key();
    }

    private Sm4Key key() {
        card.requireLink();
        var known = key;
        if (known == null) {
            throw new IllegalStateException("this Molto2 has not been unlocked");
        }
        return known;
    }

    /** Forgets the customer key. The token itself forgets who asked when it loses power or is asked for a challenge. */
    @Override
    public void close() {
        var known = key;
        key = null;
        if (known != null) {
            known.close();
        }
    }
}
