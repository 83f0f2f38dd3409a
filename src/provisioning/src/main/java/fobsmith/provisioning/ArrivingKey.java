package fobsmith.provisioning;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.TokenClock;
import fobsmith.registry.SerialNumber;
import fobsmith.seedfiles.KeyPackage;
import java.time.Instant;

/** What a key of a seed file would be in the registry, or why it cannot be anything there. */
final class ArrivingKey {
    private final KeyPackage key;
    private final SerialNumber.Hardware serial;

    /**
     * Borrows the key.
     *
     * @throws ImportException if its serial number is unusable, or it is not valid now
     */
    ArrivingKey(KeyPackage key, String prefix, Instant now) {
        this.key = key;
        serial = serial(key, prefix);
        requireValid(now);
    }

    SerialNumber.Hardware serial() {
        return serial;
    }

    /**
     * The moving factor of a HOTP key is where its file says. A clock is off by as much as its file says, and of unknown age
     * all the same: nobody knows when that was seen.
     */
    TokenClock clock() {
        return switch (key.profile()) {
            case OtpProfile.Hotp _ -> new TokenClock(key.counter().orElse(0), 0, null, null);
            case OtpProfile.Totp totp -> new TokenClock(0, driftMillis(totp), null, null);
        };
    }

    /** RFC 6030 section 4.1 counts steps, and those of a fast token as positive, as the registry does. */
    private long driftMillis(OtpProfile.Totp totp) {
        return key.timeDrift().orElse(0) * totp.timeStep().toMillis();
    }

    /** RFC 6030 section 5: a key must not be used before its start date or after its expiry date. */
    private void requireValid(Instant now) {
        key.expiryDate().filter(now::isAfter).ifPresent(expiry -> {
            throw new ImportException("token %s expired on %s".formatted(serial, expiry));
        });
        key.startDate().filter(now::isBefore).ifPresent(start -> {
            throw new ImportException("token %s must not be used before %s".formatted(serial, start));
        });
    }

    private static SerialNumber.Hardware serial(KeyPackage key, String prefix) {
        try {
            return new SerialNumber.Hardware(prefix + key.serial() + slot(key));
        } catch (IllegalArgumentException e) {
            throw new ImportException(String.valueOf(e.getMessage()), e);
        }
    }

    /** A token with several seeds stands in the registry once for each: the first slot bears the plain serial. */
    private static String slot(KeyPackage key) {
        return key.slot().isPresent() && key.slot().getAsInt() > 1
                ? ":%02d".formatted(key.slot().getAsInt())
                : "";
    }
}
