package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.Offset;
import fobsmith.oath.Seed;
import fobsmith.oath.Verification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages that only somebody else's program would make, under the keys of a station. */
class StolenStationTest {
    private static final String TOKEN = "86596220000001";
    private static final StationReport.Physical TOLD = new StationReport.Physical("Token2", "Molto2", TOKEN);

    @TempDir
    Path folder;

    private TestRegistry service;
    private TestStation station;
    private Database database;
    private StationDeeds deeds;
    private final Seed seed = Seed.adopt(bytes("the seed of a token."));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @BeforeEach
    void open() {
        service = TestRegistry.copyWithStation(folder);
        station = TestStation.copyOf(folder, service);
        database = new Database(service.file(), service.clock);
        var there = service.registry;
        deeds = new StationDeeds(database, there.audit(), there.vault(), there.identifiers(), there.tokenCredentials());
        service.clock.turn(Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        database.close();
        station.close();
        service.close();
    }

    /** Of somebody who knows the newest letter. */
    private StationAnswer tell(StationReport report, String secret) {
        var now = service.registry.stations().list().getFirst();
        var message = new StationMail.Message("forged %d".formatted(now.lastSequence()), now.lastSequence() + 1, "");
        return deeds.apply(service.console, now, message, report.with(bytes(secret)));
    }

    private StationReport wrote(int slot, String serial, long clockError, Instant clockSetAt) {
        long now = service.clock.instant().toEpochMilli();
        var learned = StationReport.Learned.of(new Verification.Accepted(1, 2, new Offset(0, 1000), 0, false));
        var written = new StationReport.Written(
                slot, serial, "SHA1", 6, 30, now, now, clockError, clockSetAt.toEpochMilli(), learned, null);
        return StationReport.ofAttempt(TOLD, written, now);
    }

    private static void assertRefused(StationAnswer answer, String reason) {
        assertThat(answer.applied()).isFalse();
        assertThat(answer.reason()).contains(reason);
    }

    /** Written by the station, and somebody's since. */
    private Token enabled() {
        station.write(TOKEN, seed);
        station.carry(service);
        service.clock.turn(Duration.ofMinutes(2));
        var serial = SerialNumber.parse(TOKEN);
        service.registry.typedCodes().enable(service.console, service.user("bob"), serial, station.codes(seed, 0));
        return token();
    }

    private Token token() {
        return service.registry.tokens().get(SerialNumber.parse(TOKEN));
    }

    @Test
    void doesNotWriteTheRowOfAnotherTokenOrProfile() {
        var now = service.clock.instant();
        assertRefused(
                tell(wrote(0, "86596220000099", 0, now), "a seed of 20 bytes.."),
                "86596220000099 is not profile 0 of token 86596220000001");
        assertRefused(
                tell(wrote(3, TOKEN + ":04", 0, now), "a seed of 20 bytes.."),
                "86596220000001:04 is not profile 3 of token 86596220000001");
        assertThat(tell(wrote(3, TOKEN + ":03", 0, now), "a seed of 20 bytes..").applied())
                .isTrue();
    }

    @Test
    void doesNotMoveTheClockOfSomebodysProfileFurtherThanProvisioningWould() {
        var before = enabled();
        var now = service.clock.instant();
        assertRefused(
                tell(wrote(1, TOKEN + ":01", 2001, now), "a seed of 20 bytes.."), "is off by 2001 ms: it was not set");
        assertRefused(tell(wrote(1, TOKEN + ":01", Long.MIN_VALUE, now), "a seed of 20 bytes.."), "was not set");
        assertThat(token().clock()).isEqualTo(before.clock());
        service.clock.turn(Duration.ofMinutes(2));
        assertThat(tell(wrote(1, TOKEN + ":01", 2000, now.plusSeconds(999)), "a seed of 20 bytes..")
                        .applied())
                .isTrue();
        assertThat(token().clock().driftMillis()).isEqualTo(2000);
    }

    @Test
    void doesNotReplaceWhatWasLearnedOfTheClockSince() {
        var before = enabled();
        var earlier = service.clock.instant().minusSeconds(1);
        assertThat(tell(wrote(1, TOKEN + ":01", 2000, earlier), "a seed of 20 bytes..")
                        .applied())
                .isTrue();
        assertThat(token().clock()).isEqualTo(before.clock());
    }

    private StationAnswer tellCredential(TokenCredentials.Standing standing, long letterAt) {
        return tell(new StationReport(TOLD, null, standing, letterAt), "a forged credential");
    }

    private @Nullable String credential() {
        var there = service.registry;
        return there.tokenCredentials()
                .current(there.physicalTokens().remember("Token2", "Molto2", TOKEN))
                .map(clear -> new String(clear, StandardCharsets.US_ASCII))
                .orElse(null);
    }

    private void keep() {
        var there = service.registry;
        there.tokenCredentials()
                .keep(
                        service.console,
                        there.physicalTokens().remember("Token2", "Molto2", TOKEN),
                        bytes("the right one"));
    }

    @Test
    void doesNotReplaceTheCredentialOfSomebodysTokenThatItDidNotWrite() {
        enabled();
        keep();
        database.change(tx -> LastChange.note(tx, token().id()));
        service.clock.turn(Duration.ofMinutes(2));
        for (var standing : TokenCredentials.Standing.values()) {
            assertRefused(
                    tellCredential(standing, service.clock.instant().toEpochMilli()),
                    "is enabled; its credential is not a station's to change");
        }
        assertThat(credential()).isEqualTo("the right one");
    }

    @Test
    void doesNotReplaceACredentialThatIsNewerThanWhatItKnew() {
        long before = service.clock.instant().toEpochMilli();
        service.clock.turn(Duration.ofMinutes(2));
        keep();
        assertRefused(tellCredential(TokenCredentials.Standing.CURRENT, before), "newer than what the station knew");
        assertThat(credential()).isEqualTo("the right one");
    }
}
