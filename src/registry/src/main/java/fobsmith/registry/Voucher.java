package fobsmith.registry;

import java.time.Instant;

/**
 * What stands behind somebody who gives a user a device or takes one away. Asked in the transaction that does it: a device
 * that was enabled or taken away a moment before counts.
 */
public sealed interface Voucher {

    /** He acts on somebody else, or holds the registry key. */
    record NotNeeded() implements Voucher {}

    /** He acts on himself and has shown no code. */
    record None() implements Voucher {}

    /** He acts on himself and has shown a code of this device at that time. */
    record Code(SerialNumber device, Instant shownAt) implements Voucher {

        /** Whether the user has had the device ever since. One given back, or another of the same name, vouches for nothing. */
        boolean isGood(Query query, User user, Instant now) {
            return TokenRegistry.findEnabled(query, user, device)
                    .filter(token -> !token.isExpired(now))
                    .filter(token -> !token.enabledSince().isAfter(shownAt))
                    .isPresent();
        }
    }

    /** Refused to who has a device and no good code of it. Holds only as long as the user's row is locked. */
    default void require(Query query, User user, Instant now) {
        boolean vouched = switch (this) {
            case NotNeeded _ -> true;
            case None _ -> false;
            case Code code -> code.isGood(query, user, now);
        };
        if (!vouched && Devices.count(query, user, now) > 0) {
            throw new RegistryRefusal.CodeNeeded(user.name());
        }
    }
}
