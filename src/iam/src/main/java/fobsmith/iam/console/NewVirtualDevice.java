package fobsmith.iam.console;

import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;

/**
 * A virtual device on its way to a user: shown, then enabled. Closed before that, it is deleted: giving up leaves nothing
 * behind. One flow at a time.
 */
public final class NewVirtualDevice implements AutoCloseable {
    private final VirtualDevicesAtDesk maker;
    private final User user;
    private final SerialNumber.VirtualArn serial;
    private final ShownKey key;
    private boolean settled;

    NewVirtualDevice(VirtualDevicesAtDesk maker, User user, SerialNumber.VirtualArn serial, ShownKey key) {
        this.maker = maker;
        this.user = user;
        this.serial = serial;
        this.key = key;
    }

    public User user() {
        return user;
    }

    public SerialNumber.VirtualArn serial() {
        return serial;
    }

    /** Open until this is closed. */
    public ShownKey key() {
        return key;
    }

    /** As {@link Devices#enable}; after a refusal two other codes may be tried. */
    public synchronized PairOutcome enable(TypedPair typed) {
        var outcome = maker.enable(user, serial, typed);
        switch (outcome) {
            case PairOutcome.Done _, PairOutcome.OutOfSync _ -> settled = true;
            case PairOutcome.Refused _ -> {}
        }
        return outcome;
    }

    /** Wipes the seed here; gives up unless the device is the user's. */
    @Override
    public synchronized void close() {
        key.close();
        if (!settled) {
            // In this order: where the registry cannot be reached, the end of the console tries once more.
            maker.abandon(this);
            settled = true;
        }
        maker.forget(this);
    }
}
