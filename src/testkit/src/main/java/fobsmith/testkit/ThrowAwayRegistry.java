package fobsmith.testkit;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.registry.Actor;
import fobsmith.registry.Identifiers;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import fobsmith.registry.SerialNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** A real registry in a temporary folder, which goes with it. Thread-safe. */
final class ThrowAwayRegistry implements AutoCloseable {
    /** A key file is read, not guessed: what deriving from a passphrase costs plays no part. */
    private static final RegistryKey.Cost COST = new RegistryKey.Cost(8, 1, 1);

    private final Path folder;
    private final Registry registry;
    private final Actor operator;

    private ThrowAwayRegistry(Path folder, Registry registry) {
        this.folder = folder;
        this.registry = registry;
        operator = registry.names().operator("testkit", "localhost");
    }

    static ThrowAwayRegistry create(InstantSource clock, SecureRandom randomness) {
        try {
            var folder = Files.createTempDirectory("fobsmith-testkit");
            try (var key = RegistryKey.KeyFile.create(folder.resolve("registry.key"), randomness)) {
                var account = new Identifiers(randomness).account();
                var file = folder.resolve("registry.db");
                return new ThrowAwayRegistry(folder, Registry.create(file, key, COST, account, clock, randomness));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Registry registry() {
        return registry;
    }

    String accountId() {
        return registry.accountId();
    }

    Login newUser(String name, boolean administrator) {
        var user = registry.users().create(operator, name, "/", administrator);
        byte[] secret = registry.identifiers().secret();
        return new Login(
                user, registry.accessKeys().create(operator, user, secret).id(), secret);
    }

    /** The seed stays the caller's. */
    void stock(String serialNumber, Seed seed) {
        var stock = registry.stock();
        var serial = new SerialNumber.Hardware(serialNumber);
        stock.importAll(
                operator, "test", List.of(stock.seal(serial, "Testkit", "Fob", OtpProfile.Totp.STANDARD, seed)));
    }

    void unlock(String serialNumber) {
        registry.tokens().unlock(operator, SerialNumber.parse(serialNumber));
    }

    @Override
    public void close() {
        registry.close();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
