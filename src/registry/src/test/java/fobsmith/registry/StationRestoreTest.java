package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry is set back to a backup; its stations go on, or not, as docs/keys.md says. */
class StationRestoreTest {
    private static final String TOKEN = "86596220000001";

    @TempDir
    Path folder;

    private final Seed seed = Seed.adopt("the seed of a token.".getBytes(StandardCharsets.US_ASCII));
    private TestRegistry service;

    @BeforeEach
    void open() {
        service = TestRegistry.copy(folder);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private TestStation station(String name) {
        return TestStation.of(folder.resolve(name), service, name);
    }

    private void backUp() {
        service.registry.backup().write(service.console, folder.resolve("backup"));
        service.clock.turn(Duration.ofMinutes(1));
    }

    /** The caller closes it. */
    private Registry restored() throws IOException {
        service.close();
        service.clock.turn(Duration.ofHours(1));
        Files.delete(service.file());
        try (var key = RegistryKey.KeyFile.read(service.keyFile())) {
            Registry.restore(
                    service.file(),
                    folder.resolve("backup"),
                    key,
                    service.clock,
                    new SecureRandom(),
                    made -> made.names().operator("tester", "testhost"));
        }
        return service.openAgain();
    }

    private static Path everything(TestStation station) {
        return station.keep(station.own().sendFrom(1).orElseThrow().bytes());
    }

    private void register(Registry registry, TestStation station, String name) {
        registry.stations()
                .register(service.console, name, station.keep(station.own().introduction()), "");
    }

    /** Its backup does not know the messages that came after it; the station still has them. */
    @Test
    void isSentAgainWhatItLacks() throws IOException {
        try (var station = station("packing")) {
            station.write(TOKEN, seed);
            station.carry(service);
            backUp();
            station.write("86596220000002", seed);
            station.carry(service);
            try (var restored = restored()) {
                station.write("86596220000003", seed);
                var inbox = restored.stationInbox();
                assertThatThrownBy(() -> inbox.receive(service.console, station.sent()))
                        .hasMessage("message 3 comes where message 2 is due: messages in between are missing")
                        .extracting(e -> ((StationException) e).hint())
                        .asString()
                        .endsWith("\"fobsmith station send --from 2\"");
                var received = inbox.receive(
                        service.console,
                        station.keep(station.own().sendFrom(2).orElseThrow().bytes()));
                assertThat(received.answers())
                        .extracting(StationAnswer::sequence)
                        .containsExactly(2L, 3L);
                station.own().acknowledge(station.console, station.keep(inbox.answer(received, "registry.example")));
                assertThat(station.own().send()).isEmpty();
                assertThat(restored.tokens()
                                .get(SerialNumber.parse("86596220000002"))
                                .clock()
                                .nextStep())
                        .as("codes may have been used before the restore")
                        .isGreaterThan(OtpProfile.Totp.STANDARD.stepAt(service.clock.instant()));
            }
        }
    }

    /** Of the same key and under the same number: then all that it ever wrote still opens. */
    @Test
    void takesAStationThatItDoesNotKnowYetOnceItIsRegisteredAgain() throws IOException {
        station("first").close();
        backUp();
        try (var station = station("packing")) {
            station.write(TOKEN, seed);
            station.carry(service);
            try (var restored = restored()) {
                var inbox = restored.stationInbox();
                assertThatThrownBy(() -> inbox.receive(service.console, everything(station)))
                        .hasMessage("no station with number 2 is registered");
                register(restored, station, "packing");
                assertThat(inbox.receive(service.console, everything(station)).answers())
                        .singleElement()
                        .satisfies(answer -> assertThat(answer.applied()).isTrue());
                assertThat(restored.tokens().get(SerialNumber.parse(TOKEN)).state())
                        .isEqualTo(TokenState.PROVEN);
            }
        }
    }

    /** The key that stations seal to was made with the first of them, and is lost. */
    @Test
    void opensNothingWhereItsBackupIsOlderThanItsFirstStation() throws IOException {
        backUp();
        try (var station = station("packing")) {
            station.write(TOKEN, seed);
            station.carry(service);
            try (var restored = restored()) {
                register(restored, station, "packing");
                assertThatThrownBy(() -> restored.stationInbox().receive(service.console, everything(station)))
                        .hasMessageStartingWith("message 1 does not open as one of station 1 \"packing\"");
                var letter = station.keep(restored.stations().export(service.console, "packing", "registry.example"));
                assertThatThrownBy(() -> station.own().acknowledge(station.console, letter))
                        .hasMessageStartingWith("the letter does not open");
            }
        }
    }
}
