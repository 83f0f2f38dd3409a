package fobsmith.iam.console;

import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import java.time.Instant;

/**
 * A virtual device that is the user's already and of which no code is taken from some time on; whoever shows it closes it. One
 * that is closed before anybody asked for its key is taken back: nobody could ever show a code of it.
 */
public final class TemporaryDevice implements AutoCloseable {
    private final VirtualDevicesAtDesk maker;
    private final User user;
    private final SerialNumber.VirtualArn serial;
    private final Instant expiresAt;
    private final ShownKey key;
    private boolean settled;

    TemporaryDevice(
            VirtualDevicesAtDesk maker, User user, SerialNumber.VirtualArn serial, Instant expiresAt, ShownKey key) {
        this.maker = maker;
        this.user = user;
        this.serial = serial;
        this.expiresAt = expiresAt;
        this.key = key;
    }

    public SerialNumber.VirtualArn serial() {
        return serial;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** To be shown; open until this is closed. */
    public synchronized ShownKey key() {
        settled = true;
        return key;
    }

    /** Wipes the seed here; the device stays the user's if it was shown. */
    @Override
    public synchronized void close() {
        key.close();
        if (!settled) {
            maker.takeBack(user, serial);
            settled = true;
        }
        maker.forget(this);
    }
}
