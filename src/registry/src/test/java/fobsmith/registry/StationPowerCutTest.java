package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service loses its power before each transaction of receiving a file; then the file is received again. */
class StationPowerCutTest {
    private static final SerialNumber FIRST = SerialNumber.parse("86596220000001");

    @TempDir
    Path folder;

    /** The plug is pulled: no handler of the program runs. */
    private static final class Cut extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A transaction begins by reading the clock in milliseconds. */
    private static final class Mains implements InstantSource {
        private final InstantSource clock;
        private int left;

        Mains(InstantSource clock, int transactions) {
            this.clock = clock;
            left = transactions;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public long millis() {
            if (left-- == 0) {
                throw new Cut();
            }
            return clock.millis();
        }
    }

    @Test
    void everyMessageIsAppliedOnceWheneverThePowerFails() throws IOException {
        var service = TestRegistry.copyWithStation(folder);
        try (var station = TestStation.copyOf(folder, service);
                var seed = Seed.adopt("the seed of a token.".getBytes(StandardCharsets.US_ASCII))) {
            var physical = station.registry.physicalTokens().remember("Token2", "Molto2", FIRST.value());
            station.registry
                    .tokenCredentials()
                    .keep(station.console, physical, "a customer key".getBytes(StandardCharsets.US_ASCII));
            station.write(FIRST.value(), seed);
            station.registry.journal().abandon(station.console, station.begin(FIRST, seed), "cut off");
            station.write("86596220000002", seed);
            var file = station.sent();
            service.close();
            int cuts = 0;
            while (cut(service, Files.createDirectory(folder.resolve("cut-" + cuts)), file, cuts)) {
                cuts++;
            }
            assertThat(cuts)
                    .as("a transaction for each message, and one for the letter")
                    .isEqualTo(5);
        }
    }

    /** False when the power did not fail any more. */
    private static boolean cut(TestRegistry service, Path copies, Path file, int transactions) throws IOException {
        var copy = Files.copy(service.file(), copies.resolve("registry.db"));
        boolean failed = receive(service, copy, file, new Mains(service.clock, transactions));
        if (failed) {
            assertThat(receive(service, copy, file, service.clock)).isFalse();
        }
        try (var key = RegistryKey.KeyFile.read(service.keyFile());
                var registry = Registry.open(copy, key, service.clock, new SecureRandom())) {
            assertThat(registry.journal().history(FIRST))
                    .extracting(Attempt::stage)
                    .containsExactly(Attempt.Stage.VOID, Attempt.Stage.PROVEN);
            assertThat(registry.tokens().get(FIRST).state()).isEqualTo(TokenState.VOID);
            assertThat(registry.tokens().list("", 9).items()).hasSize(2);
            assertThat(registry.stations().list().getFirst().lastSequence()).isEqualTo(4);
            assertThat(registry.audit().newest(99))
                    .filteredOn(deed -> deed.action().equals("receive-message"))
                    .hasSize(4);
            assertThat(registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
        }
        return failed;
    }

    /** Whether the power failed. */
    private static boolean receive(TestRegistry service, Path copy, Path file, InstantSource mains) {
        try (var key = RegistryKey.KeyFile.read(service.keyFile());
                var registry = Registry.open(copy, key, mains, new SecureRandom())) {
            var received = registry.stationInbox().receive(service.console, file);
            registry.stationInbox().answer(received, "registry.example");
            return false;
        } catch (Cut _) {
            return true;
        }
    }
}
