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
     * Of several keys with one serial number the first is the token's, whatever the registry holds by now.
     *
     * @throws ImportException if the serial number is among those that came before; else it is added to them
     */
    void requireFirst(SeenSerials before) {
        if (!before.add(serial.key())) {
            throw new ImportException(
                    accountStandsForSerial()
                            ? ImportException.Fault.REPEATED_ACCOUNT
                            : ImportException.Fault.REPEATED_SERIAL,
                    "serial %s stands twice in the file".formatted(serial));
        }
    }

    /** As in exports of apps, where the user is called by his account. */
    private boolean accountStandsForSerial() {
        return !key.issuer().isEmpty() && key.serial().equals(key.userId());
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
            throw new ImportException(ImportException.Fault.KEY, "token %s expired on %s".formatted(serial, expiry));
        });
        key.startDate().filter(now::isBefore).ifPresent(start -> {
            throw new ImportException(
                    ImportException.Fault.KEY, "token %s must not be used before %s".formatted(serial, start));
        });
    }

    private static SerialNumber.Hardware serial(KeyPackage key, String prefix) {
        var serial = prefix + key.serial() + slot(key);
        try {
            return new SerialNumber.Hardware(serial);
        } catch (IllegalArgumentException e) {
            boolean shorter = serial.length() < SerialNumber.Hardware.SHORTEST;
            throw new ImportException(shorter ? ImportException.Fault.SHORT_SERIAL : ImportException.Fault.KEY, e);
        }
    }

    /** A token with several seeds stands in the registry once for each: the first slot bears the plain serial. */
    private static String slot(KeyPackage key) {
        return key.slot().isPresent() && key.slot().getAsInt() > 1
                ? ":%02d".formatted(key.slot().getAsInt())
                : "";
    }
}
