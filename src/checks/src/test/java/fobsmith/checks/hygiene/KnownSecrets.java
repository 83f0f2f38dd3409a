package fobsmith.checks.hygiene;

import fobsmith.oath.Codes;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Every secret that the registry holds, opened with its key in the test's own JVM. */
final class KnownSecrets {
    private final Map<String, byte[]> secrets = new TreeMap<>();
    private final TestRegistry station;

    KnownSecrets(TestRegistry station) {
        this.station = station;
    }

    /** The seeds of all fobs and tokens, whichever file or factory they came from. */
    KnownSecrets withSeedsOfHardware() {
        station.registry
                .stock()
                .export(station.console, "test", "memory")
                .all((token, seed) -> secrets.put(token.serial().value(), seed.use(byte[]::clone)));
        return this;
    }

    KnownSecrets with(String name, byte[] secret) {
        secrets.put(name, secret);
        return this;
    }

    /** What a token's commands are made with. */
    KnownSecrets withCredentialOf(String manufacturer, String model, String serial) {
        var token = station.registry.physicalTokens().remember(manufacturer, model, serial);
        return with(
                "credential of " + serial,
                station.registry.tokenCredentials().current(token).orElseThrow());
    }

    Map<String, byte[]> all() {
        return secrets;
    }

    /** The code that a standard token shows when its clock is so many steps ahead. */
    OneTimePassword code(SerialNumber serial, int stepsAhead) {
        var profile = OtpProfile.Totp.STANDARD;
        var secret = secrets.get(serial.value());
        if (secret == null) {
            throw new IllegalArgumentException("no seed of %s is known".formatted(serial));
        }
        try (var seed = Seed.adopt(Arrays.copyOf(secret, secret.length))) {
            return Codes.code(seed, profile, profile.stepAt(station.clock.instant()) + stepsAhead);
        }
    }
}
