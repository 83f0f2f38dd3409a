package fobsmith.registry;

import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/** A real registry in a test's own folder, with a clock turned by hand and an administrator. */
public final class TestRegistry implements AutoCloseable {
    public static final String ACCOUNT = "123456789012";
    public static final RegistryKey.Cost CHEAP = new RegistryKey.Cost(8, 1, 1);

    public final HandTurnedClock clock;
    public final Registry registry;
    public final User administrator;
    public final Actor console;
    private final Path file;
    private final Path keyFile;

    public TestRegistry(Path folder) {
        this(folder, HandTurnedClock.atStepStart());
    }

    public TestRegistry(Path folder, HandTurnedClock clock) {
        this(folder, clock, true);
    }

    /**
     * As new, in a fraction of the time: every copy has the same keys and ids. For tests that need but one registry.
     */
    public static TestRegistry copy(Path folder) {
        return copy(folder, HandTurnedClock.atStepStart());
    }

    public static TestRegistry copy(Path folder, HandTurnedClock clock) {
        TestRegistryCopy.write(folder);
        return new TestRegistry(folder, clock, false);
    }

    /** As new, with a write-only station called "packing" that has joined it: {@link TestStation#copyOf} opens that. */
    public static TestRegistry copyWithStation(Path folder) {
        TestStationCopy.write(folder);
        return new TestRegistry(folder, HandTurnedClock.atStepStart(), false);
    }

    private TestRegistry(Path folder, HandTurnedClock clock, boolean make) {
        this.clock = clock;
        file = folder.resolve("registry.db");
        keyFile = folder.resolve("registry.key");
        registry = make ? make() : openAgain();
        console = registry.names().operator("tester", "testhost");
        administrator = registry.users()
                .find("administrator")
                .orElseGet(() -> registry.users().create(console, "administrator", "/", true));
    }

    private Registry make() {
        try (var key = RegistryKey.KeyFile.create(keyFile, new SecureRandom())) {
            return Registry.create(file, key, CHEAP, ACCOUNT, clock, new SecureRandom());
        }
    }

    public Path file() {
        return file;
    }

    public Path keyFile() {
        return keyFile;
    }

    /** The same file opened once more, as another process would. */
    public Registry openAgain() {
        try (var key = RegistryKey.KeyFile.read(keyFile)) {
            return Registry.open(file, key, clock, new SecureRandom());
        }
    }

    public User user(String name) {
        return registry.users().create(console, name, "/", false);
    }

    /** Imports a fob of the standard profile whose seed is made of its serial number. */
    public SerialNumber fob(String serial) {
        return fob(serial, OtpProfile.Totp.STANDARD);
    }

    public SerialNumber fob(String serial, OtpProfile profile) {
        var number = new SerialNumber.Hardware(serial);
        try (var seed = seedOf(number)) {
            var stock = registry.stock();
            stock.importAll(console, "test", List.of(stock.seal(number, "ACME", "F1", profile, seed)));
        }
        return number;
    }

    /** The seed that {@link #fob} gives a token. */
    public static Seed seedOf(SerialNumber serial) {
        return Seed.adopt(Arrays.copyOf(serial.value().getBytes(StandardCharsets.US_ASCII), 20));
    }

    /** What that fob shows when its clock is this many steps ahead of ours. */
    public OneTimePassword display(SerialNumber serial, int stepsAhead) {
        var profile = OtpProfile.Totp.STANDARD;
        try (var seed = seedOf(serial)) {
            return Codes.code(seed, profile, profile.stepAt(clock.instant()) + stepsAhead);
        }
    }

    public CodePair pair(SerialNumber serial, int firstStepsAhead) {
        return new CodePair(display(serial, firstStepsAhead), display(serial, firstStepsAhead + 1));
    }

    @Override
    public void close() {
        registry.close();
    }
}
