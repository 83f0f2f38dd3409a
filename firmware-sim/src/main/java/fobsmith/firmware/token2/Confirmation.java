package fobsmith.firmware.token2;

import java.time.Instant;
import java.util.Arrays;

/** What the token waits for the up arrow to do. In RAM. */
final class Confirmation implements AutoCloseable {
    private final WaitingFor waitingFor;
    private final Instant until;
    private final byte[] newKey;

    private Confirmation(WaitingFor waitingFor, Instant until, byte[] newKey) {
        this.waitingFor = waitingFor;
        this.until = until;
        this.newKey = newKey;
    }

    static Confirmation none() {
        return new Confirmation(WaitingFor.NOTHING, Instant.MIN, new byte[0]);
    }

    static Confirmation ofFactoryReset(Instant until) {
        return new Confirmation(WaitingFor.FACTORY_RESET, until, new byte[0]);
    }

    /** Takes the key over. */
    static Confirmation ofCustomerKey(byte[] newKey, Instant until) {
        return new Confirmation(WaitingFor.CUSTOMER_KEY, until, newKey);
    }

    WaitingFor waitingFor(Instant now) {
        return now.isBefore(until) ? waitingFor : WaitingFor.NOTHING;
    }

    /** Lent; empty where none is waited for. */
    byte[] newKey() {
        return newKey;
    }

    @Override
    public void close() {
        Arrays.fill(newKey, (byte) 0);
    }
}
