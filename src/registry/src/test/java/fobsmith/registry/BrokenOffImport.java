package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.oath.TokenClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A registry with an import that was broken off: a copy, taken in its middle, is what the process leaves that is killed there. */
abstract class BrokenOffImport {
    /** Two whole slices and a part. */
    static final int ALL = 450;

    static final ImportOrigin CRATE = new ImportOrigin("crate", "f1");
    static final String NEW = "a seed of 20 bytes..";

    @TempDir
    Path folder;

    TestRegistry rig;
    Path left;

    @BeforeEach
    void open() {
        rig = TestRegistry.copy(folder);
        left = folder.resolve("left.db");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    static SerialNumber.Hardware serial(int number) {
        return new SerialNumber.Hardware("GAHT%08d".formatted(number));
    }

    static NewToken token(Registry registry, int number, String text) {
        try (var seed = Seed.adopt(text.getBytes(StandardCharsets.US_ASCII))) {
            var clock = new TokenClock(0, 90_000, null, null);
            return registry.stock().seal(serial(number), "ACME", "F2", OtpProfile.Totp.STANDARD, seed, clock);
        }
    }

    static void add(StockImport running, Registry registry, int count, String text) {
        for (int i = 0; i < count; i++) {
            running.add(token(registry, i, text));
        }
    }

    /** Imports so many tokens of the crate and is killed. */
    void killedAfter(int count) {
        try (var running = rig.registry.stock().begin(rig.console, CRATE)) {
            add(running, rig.registry, count, NEW);
            rig.registry.backup().write(rig.console, left);
        }
    }

    Registry openLeft() {
        try (var key = RegistryKey.KeyFile.read(rig.keyFile())) {
            return Registry.open(left, key, rig.clock, new SecureRandom());
        }
    }

    long count(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + left);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void change(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + left);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
