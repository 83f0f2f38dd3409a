package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station's file that lay on the stick for a while undoes nothing that was done since. */
class LateStationMessageTest {
    private static final String TOKEN = "86596220000001";
    private static final SerialNumber SERIAL = SerialNumber.parse(TOKEN);

    @TempDir
    Path folder;

    private TestRegistry service;
    private TestStation station;
    private final Seed early = seed("what was written first");
    private final Seed late = seed("what was written later");

    private static Seed seed(String text) {
        return Seed.adopt(text.getBytes(StandardCharsets.US_ASCII));
    }

    @BeforeEach
    void open() {
        service = TestRegistry.copyWithStation(folder);
        station = TestStation.copyOf(folder, service);
        pass();
    }

    @AfterEach
    void close() {
        station.close();
        service.close();
    }

    private void pass() {
        service.clock.turn(Duration.ofMinutes(2));
    }

    /** As provisioning does at the registry itself. */
    private void writeHere() {
        var registry = service.registry;
        var physical = registry.physicalTokens().remember("Token2", "Molto2", TOKEN);
        var journal = registry.journal();
        var sealed = journal.seal(
                service.console,
                physical,
                0,
                SERIAL,
                OtpProfile.Totp.STANDARD,
                registry.tokens().find(SERIAL),
                late);
        var attempt = journal.clockSet(service.console, journal.writing(service.console, sealed), 0);
        assertThat(journal.prove(service.console, attempt, station.codes(late, 0)))
                .isInstanceOf(CodeOutcome.Accepted.class);
        pass();
    }

    private void assertRefused(List<StationAnswer> answers) {
        assertThat(answers)
                .singleElement()
                .satisfies(answer -> assertThat(answer.applied()).isFalse())
                .satisfies(answer -> assertThat(answer.reason())
                        .endsWith("; that is newer than what the station knew when it wrote, and stays"));
    }

    private void assertCarriesTheLaterSeed() {
        var bob = service.user("bob");
        assertThat(service.registry.typedCodes().enable(service.console, bob, SERIAL, station.codes(late, 0)))
                .isInstanceOf(CodeOutcome.Accepted.class);
    }

    @Test
    void doesNotBringBackASeedThatTheRegistryHasReplaced() {
        station.write(TOKEN, early);
        pass();
        writeHere();
        assertRefused(station.carry(service));
        assertThat(station.registry.tokens().get(SERIAL).state()).isEqualTo(TokenState.VOID);
        assertCarriesTheLaterSeed();
    }

    @Test
    void doesNotBringBackASeedThatAnotherStationHasReplaced() {
        station.write(TOKEN, early);
        pass();
        try (var other = TestStation.of(folder.resolve("other"), service, "other")) {
            other.write(TOKEN, late);
            pass();
            assertThat(other.carry(service)).allMatch(StationAnswer::applied);
        }
        pass();
        assertRefused(station.carry(service));
        assertCarriesTheLaterSeed();
    }

    /** It read a letter since, and ended only then what it had begun before. */
    @Test
    void doesNotVoidATokenThatIsGoodNow() {
        var attempt = station.begin(SERIAL, early);
        pass();
        writeHere();
        station.own().acknowledge(station.console, station.exported(service, "packing"));
        pass();
        station.registry.journal().abandon(station.console, attempt, "broken off");
        assertRefused(station.carry(service));
        assertThat(service.registry.tokens().get(SERIAL).state()).isEqualTo(TokenState.PROVEN);
        assertCarriesTheLaterSeed();
    }

    @Test
    void doesNotGiveASeedToWhatSomebodyHasReturnedMeanwhile() {
        writeHere();
        station.own().acknowledge(station.console, station.exported(service, "packing"));
        station.write(TOKEN, early);
        pass();
        assertCarriesTheLaterSeed();
        service.registry
                .tokens()
                .deactivate(service.console, service.registry.users().get("bob"), SERIAL);
        assertRefused(station.carry(service));
        assertThat(service.registry.tokens().get(SERIAL).state()).isEqualTo(TokenState.RETURNED);
    }

    @Test
    void doesNotGiveASeedToWhatWasSetAsideMeanwhileForAUserWhoIsGone() {
        writeHere();
        station.own().acknowledge(station.console, station.exported(service, "packing"));
        station.write(TOKEN, early);
        pass();
        var bob = service.user("bob");
        service.registry.shelf().reserve(service.console, new Reservation(SERIAL, bob));
        service.registry.users().delete(service.console, bob);
        assertRefused(station.carry(service));
        assertThat(service.registry.tokens().get(SERIAL).state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void whatTheStationKnewOfItMayReplace() {
        writeHere();
        station.own().acknowledge(station.console, station.exported(service, "packing"));
        pass();
        station.write(TOKEN, early);
        pass();
        station.write(TOKEN, late);
        pass();
        assertThat(station.carry(service)).hasSize(2).allMatch(StationAnswer::applied);
        assertCarriesTheLaterSeed();
    }

    /** After a letter that answers the second of three only: what lies between goes along, since the registry asks for it. */
    @Test
    void theFileToSendHasNoGap() {
        station.write(TOKEN, early);
        station.write("86596220000002", early);
        station.write("86596220000003", early);
        try (var database = new Database(station.file(), service.clock)) {
            database.change(tx -> tx.update("UPDATE outbox SET answered_at = 1, applied = 1 WHERE sequence = 2"));
        }
        assertThat(station.own().send().orElseThrow().messages()).isEqualTo(3);
        assertThat(station.carry(service)).hasSize(3).allMatch(StationAnswer::applied);
        assertThat(station.own().send()).isEmpty();
    }
}
