package fobsmith.devices.nitrokey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One of the two PINs, and the temporary password that stands for it until the token loses its power: 25 random bytes of ours,
 * told along with the PIN and repeated with every order. One thread; both are wiped when closed.
 */
final class Pin implements AutoCloseable {
    /** The admin PIN as published; every Nitrokey Pro leaves the factory with it. */
    private static final String FACTORY = "12345678";

    /** What every version of the vendor's own programs takes; a report has room for 25. */
    private static final int LONGEST = 20;

    private static final int ROOM = 25;

    /** With no more left than this none is made: a locked admin PIN takes a factory reset, a user PIN its admin. */
    static final int KEPT_TRIES = 1;

    private final PinKind kind;
    private final ReportPipe pipe;
    private final SecureRandom randomness;
    private final byte[] temporary = new byte[ROOM];
    private byte @Nullable [] pin;
    private boolean lastTries;

    Pin(PinKind kind, ReportPipe pipe, SecureRandom randomness) {
        this.kind = kind;
        this.pipe = pipe;
        this.randomness = randomness;
    }

    static TokenCredential adminOfTheFactory() {
        return TokenCredential.adopt(FACTORY.getBytes(US_ASCII));
    }

    void allowLastTries() {
        lastTries = true;
    }

    /** The token tells the count before every try, so it is never spent by mistake. */
    void open(TokenCredential credential) {
        close();
        var candidate = padded(credential);
        try {
            requireTriesToSpare();
            authenticate(candidate);
        } catch (RuntimeException e) {
            Arrays.fill(candidate, (byte) 0);
            Arrays.fill(temporary, (byte) 0);
            throw e;
        }
        pin = candidate;
    }

    private void requireTriesToSpare() {
        int left = triesLeft();
        if (left == 0) {
            throw new DeviceException.Refused(
                    "the token takes no %s any more: it has 0 tries left".formatted(kind.words()), kind.wayOut());
        }
        if (left <= KEPT_TRIES && !lastTries) {
            throw new DeviceException.Refused(
                    "no %s is tried: the token has %d try left".formatted(kind.words(), left),
                    "find out the %s of this token; entered right in the vendor's program, it ends the count"
                            .formatted(kind.words()));
        }
    }

    int triesLeft() {
        return pipe.ask(Request.of(kind.count()), response -> response.unsigned(0));
    }

    private void authenticate(byte[] candidate) {
        randomness.nextBytes(temporary);
        var outcome = pipe.outcome(Request.of(
                kind.authenticate(), payload -> payload.put(candidate).put(temporary)));
        if (outcome == Outcome.WRONG_PASSWORD) {
            int left = triesLeft();
            throw new DeviceException.WrongCredential(
                    "the token did not take this %s; %d tries left".formatted(kind.words(), left), left);
        }
        if (outcome != Outcome.OK) {
            throw outcome.refusal(kind.authenticate());
        }
    }

    boolean isOpen() {
        return pin != null;
    }

    /** Puts the temporary password; zeros where the PIN has not been entered. */
    void put(ByteBuffer payload) {
        payload.put(temporary);
    }

    /** By this order. The temporary password stands for the new PIN as it did for the old one. */
    void change(Command order, TokenCredential credential) {
        var old = requireOpen();
        var next = padded(credential);
        try {
            pipe.order(Request.of(order, payload -> payload.put(old).put(next)));
        } catch (RuntimeException e) {
            Arrays.fill(next, (byte) 0);
            throw e;
        }
        Arrays.fill(old, (byte) 0);
        pin = next;
    }

    byte[] requireOpen() {
        pipe.requireLink();
        var known = pin;
        if (known == null) {
            throw new IllegalStateException("this token has not been unlocked");
        }
        return known;
    }

    /** Filled up with zeros, which end it; the caller wipes it. */
    private byte[] padded(TokenCredential credential) {
        return credential.use(bytes -> {
            if (bytes.length < kind.shortest() || bytes.length > LONGEST) {
                throw new DeviceException.Unsupported("the %s of %d characters does not fit (%d to %d)"
                        .formatted(kind.words(), bytes.length, kind.shortest(), LONGEST));
            }
            return Arrays.copyOf(bytes, ROOM);
        });
    }

    /** Forgets both; the token forgets the temporary password when it loses its power. */
    @Override
    public void close() {
        var known = pin;
        pin = null;
        Arrays.fill(temporary, (byte) 0);
        if (known != null) {
            Arrays.fill(known, (byte) 0);
        }
    }
}
