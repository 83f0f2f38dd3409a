package fobsmith.checks.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.Simulator;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.Actor;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.NewToken;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Stock;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.User;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * A registry's file and the simulated fobs whose seeds it knows, on one clock turned by hand. The registry is open only
 * while somebody works with it here, since services in other processes come and go.
 */
final class Station implements AutoCloseable {
    static final Duration STEP = Duration.ofSeconds(30);

    final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final Simulator fobs = new Simulator(clock);
    private final HttpClient http = Caller.http1();
    private final Path file;
    private final Path keyFile;

    Station(Path folder) {
        try (var fresh = new TestRegistry(folder, clock)) {
            file = fresh.file();
            keyFile = fresh.keyFile();
        }
    }

    Path file() {
        return file;
    }

    Path keyFile() {
        return keyFile;
    }

    /** The caller closes it. */
    Registry open() {
        return ServiceMain.open(file, keyFile, clock);
    }

    static Actor console(Registry registry) {
        return registry.names().operator("tester", "testhost");
    }

    /** Brings fobs into stock and makes their twins. */
    void stock(Registry registry, Collection<String> serials) {
        var stock = registry.stock();
        var tokens = serials.stream().map(serial -> seal(stock, serial)).toList();
        stock.importAll(console(registry), "test", tokens);
    }

    private NewToken seal(Stock stock, String serial) {
        var number = new SerialNumber.Hardware(serial);
        try (var seed = TestRegistry.seedOf(number)) {
            seed.use(bytes -> fobs.add(FobDescription.of(serial), bytes));
            return stock.seal(number, "ACME", "F1", OtpProfile.Totp.STANDARD, seed);
        }
    }

    /** Makes a fob out of stock a user's device; its next code has not been typed yet. */
    void enable(Registry registry, User user, String serial) {
        var codes = CodePair.parse(display(serial), turnAndDisplay(serial));
        assertThat(registry.typedCodes().enable(console(registry), user, new SerialNumber.Hardware(serial), codes))
                .isInstanceOf(CodeOutcome.Accepted.class);
        turnAndDisplay(serial);
    }

    String display(String serial) {
        return fobs.get(serial).display().display();
    }

    /** Turns the fob's own clock one step on: its next code. */
    String turnAndDisplay(String serial) {
        fobs.get(serial).shift(STEP);
        return display(serial);
    }

    /** The time step whose code the fob displays. */
    long step(String serial) {
        return fobs.get(serial).state().time().getEpochSecond() / STEP.toSeconds();
    }

    static AwsCredentialsIdentity newKey(Registry registry, User user) {
        byte[] secret = registry.identifiers().secret();
        var key = registry.accessKeys().create(console(registry), user, secret);
        return AwsCredentialsIdentity.create(key.id(), new String(secret, StandardCharsets.US_ASCII));
    }

    Caller caller(URI service, AwsCredentialsIdentity identity) {
        return new Caller(http, service, clock, identity);
    }

    @Override
    public void close() {
        http.close();
        fobs.close();
    }
}
