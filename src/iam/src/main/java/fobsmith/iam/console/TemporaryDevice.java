package fobsmith.iam.console;

import fobsmith.registry.SerialNumber;
import java.time.Instant;

/** A virtual device that is the user's already and of which no code is taken from some time on; whoever shows it closes it. */
public record TemporaryDevice(SerialNumber.VirtualArn serial, Instant expiresAt, ShownKey key)
        implements AutoCloseable {
    @Override
    public void close() {
        key.close();
    }
}
