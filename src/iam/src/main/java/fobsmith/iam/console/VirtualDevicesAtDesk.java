package fobsmith.iam.console;

import fobsmith.iam.AppKey;
import fobsmith.iam.Authority;
import fobsmith.iam.DeviceDeeds;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes virtual devices for people. What is made and not enabled goes again: when its flow is closed, when the console is,
 * and, after a crash, at a later sign-in. Thread-safe.
 */
public final class VirtualDevicesAtDesk {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final DeskSession session;
    private final Map<Object, Runnable> open = new ConcurrentHashMap<>();

    VirtualDevicesAtDesk(DeskSession session) {
        this.session = session;
    }

    /**
     * A new device of this user, below a path of his own: {@code mfa/staff/bob/phone} for the bob of {@code /staff/}. Asks for
     * {@code iam:CreateVirtualMFADevice} on it, and first for {@code iam:EnableMFADevice} on the user; for root, whose device
     * stands at the path {@code /}, for {@code fobsmith:ManageRoot}. The caller closes it.
     *
     * @param name 1 to 64 letters, digits or {@code _+=,.@-}, such as {@code phone}
     */
    public NewVirtualDevice create(User user, String name) {
        return session.run(authority -> {
            var owner = session.user(authority, "EnableMFADevice", user);
            authority.mfaFirst().require(owner);
            var serial = require(authority, owner, name);
            var key = AppKey.fresh(session.registry(), owner.isRoot() ? "root" : owner.name());
            try {
                session.registry().virtualDevices().createAtDesk(authority.actor(), serial, key.seed(), List.of());
            } catch (RuntimeException e) {
                key.close();
                throw e;
            }
            var made = new NewVirtualDevice(this, owner, serial, new ShownKey(key));
            open.put(made, made::close);
            return made;
        });
    }

    /**
     * For the day a token was left at home: a device that is the user's at once, without codes. Asks for
     * {@code iam:CreateVirtualMFADevice} and {@code iam:EnableMFADevice}, since it amounts to both; for root for
     * {@code fobsmith:ManageRoot}. The caller closes what is shown.
     *
     * @param lifetime one hour to seven days
     */
    public TemporaryDevice createTemporary(User user, Duration lifetime) {
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a temporary device lasts 1 to 168 hours, not %d".formatted(lifetime.toHours()));
        }
        return session.run(authority -> {
            var owner = session.user(authority, "EnableMFADevice", user);
            authority.mfaFirst().require(owner);
            var suffix = session.registry().identifiers().row().substring(0, 8);
            var serial = require(authority, owner, "temporary-" + suffix);
            var key = AppKey.fresh(session.registry(), serial.name());
            try {
                var end = session.registry()
                        .virtualDevices()
                        .createTemporary(
                                authority.actor(),
                                owner,
                                serial,
                                key.seed(),
                                lifetime,
                                authority.mfaFirst().voucher(owner));
                var made = new TemporaryDevice(this, owner, serial, end, new ShownKey(key));
                open.put(made, made::close);
                return made;
            } catch (RuntimeException e) {
                key.close();
                throw e;
            }
        });
    }

    /** Deletes a virtual device that nobody has. Asks for {@code iam:DeleteVirtualMFADevice}. */
    public void delete(SerialNumber.VirtualArn serial) {
        session.deed(deeds -> {
            deeds.deleteVirtual(serial.value());
            return serial;
        });
    }

    /** The name, if the operator may make such a device. */
    private SerialNumber.VirtualArn require(Authority authority, User owner, String name) {
        var serial = serial(owner, name);
        if (!owner.isRoot()) {
            new DeviceDeeds(authority).requireNewVirtual(serial, List.of());
        }
        return serial;
    }

    private SerialNumber.VirtualArn serial(User owner, String name) {
        var path = owner.isRoot() ? "/" : owner.path() + owner.name() + "/";
        try {
            return new SerialNumber.VirtualArn(session.registry().accountId(), path, name);
        } catch (IllegalArgumentException e) {
            throw new IamException(IamError.VALIDATION_ERROR, String.valueOf(e.getMessage()));
        }
    }

    PairOutcome enable(User user, SerialNumber serial, TypedPair typed) {
        return new Devices(session).enable(user, serial, typed);
    }

    /**
     * Takes back what a flow made, whatever the operator may do by now: it has never been anybody's. If somebody has enabled
     * or deleted it meanwhile, it is no more the flow's.
     */
    void abandon(NewVirtualDevice made) {
        try {
            session.registry().virtualDevices().deleteLeftover(session.actor(), made.serial());
        } catch (RegistryRefusal _) {
            // Not the flow's any more.
        }
    }

    /** Likewise for a temporary device that was shown to nobody, though it is the user's. */
    void takeBack(User user, SerialNumber.VirtualArn serial) {
        try {
            session.registry().tokens().deactivate(session.actor(), user, serial);
        } catch (RegistryRefusal _) {
            // Somebody has taken it back meanwhile, or its time is over.
        }
    }

    void forget(Object made) {
        open.remove(made);
    }

    void close() {
        List.copyOf(open.values()).forEach(Runnable::run);
    }
}
