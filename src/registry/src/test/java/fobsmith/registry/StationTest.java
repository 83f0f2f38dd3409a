package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a write-only station writes, its registry can use; the station cannot. */
class StationTest {
    private static final String TOKEN = "86596220000001";
    private static final SerialNumber SERIAL = SerialNumber.parse(TOKEN);

    @TempDir
    Path folder;

    private TestRegistry service;
    private TestStation station;
    private final Seed seed = seed("the seed of a token.");

    private static Seed seed(String text) {
        return Seed.adopt(text.getBytes(StandardCharsets.US_ASCII));
    }

    @BeforeEach
    void open() {
        service = TestRegistry.copyWithStation(folder);
        station = TestStation.copyOf(folder, service);
    }

    @AfterEach
    void close() {
        station.close();
        service.close();
    }

    private boolean enables(String user) {
        return service.registry.typedCodes().enable(service.console, service.user(user), SERIAL, station.codes(seed, 0))
                instanceof CodeOutcome.Accepted;
    }

    private boolean signsIn(String user, int stepsAhead) {
        var owner = service.registry.users().get(user);
        return service.registry
                        .typedCodes()
                        .signIn(
                                service.console,
                                owner,
                                SERIAL,
                                station.codes(seed, stepsAhead).first())
                instanceof CodeOutcome.Accepted;
    }

    @Test
    void whatItWroteIsProvenAtTheServiceAndSignsIn() {
        station.write(TOKEN, seed);
        assertThat(station.carry(service))
                .singleElement()
                .satisfies(answer -> assertThat(answer.applied()).isTrue());
        var token = service.registry.tokens().get(SERIAL);
        assertThat(token.state()).isEqualTo(TokenState.PROVEN);
        assertThat(token.clock())
                .as("next step and drift came along")
                .isEqualTo(station.registry.tokens().get(SERIAL).clock());
        assertThat(service.registry.tokens().lessons(token)).hasSize(1);
        assertThat(service.registry.journal().history(SERIAL))
                .singleElement()
                .extracting(Attempt::stage, Attempt::clockErrorMillis)
                .containsExactly(Attempt.Stage.PROVEN, 400L);
        service.clock.turn(Duration.ofMinutes(2));
        assertThat(enables("bob")).isTrue();
        assertThat(signsIn("bob", 2)).isTrue();
        assertThat(station.own().send()).as("nothing waits any more").isEmpty();
        for (var trail : List.of(service.registry.audit(), station.registry.audit())) {
            assertThat(trail.verify()).isInstanceOf(AuditReport.Intact.class);
        }
        assertThat(service.registry.audit().newest(AuditFilter.ALL, 9))
                .filteredOn(deed -> deed.action().equals("receive-message"))
                .singleElement()
                .satisfies(
                        deed -> assertThat(deed.detail())
                                .matches(
                                        "\\{\"message\":\"\\w{32}\",\"sequence\":\"1\",\"station\":\"1\",\"what\":\"proven\"}"));
    }

    @Test
    void itsTrailIsAChainOfItsOwn() {
        assertThat(station.registry.audit().head().writer()).isEqualTo("station");
        assertThat(service.registry.audit().head().writer()).isEqualTo("registry");
    }

    /** Whoever has the station has its files and every key that opens them. */
    @Test
    void itKeepsNothingThatItCouldOpen() {
        station.begin(SERIAL, seed);
        station.write("86596220000002", seed);
        try (var database = new Database(station.file(), service.clock);
                var vault = vault();
                var own = database.read(query -> ExchangeKey.open(query, vault))) {
            var attempt = station.registry.journal().history(SERIAL).getFirst();
            var inJournal = database.read(query -> query.get(
                    "SELECT * FROM attempt WHERE sealed_seed IS NOT NULL",
                    row -> vault.open(
                            SealedPlace.seed(row.text("token_id"), SERIAL, attempt.profile()),
                            1,
                            row.bytes("sealed_seed"))));
            var account = station.own().standing().account();
            var info = new Canonical()
                    .with("seed of an attempt")
                    .with(String.valueOf(account))
                    .with(attempt.tokenId());
            assertSealedFrom(own, inJournal, info);
            var message = database.read(query -> query.get("SELECT * FROM outbox", StationMail.Message::of));
            assertSealedFrom(
                    own,
                    message.envelope(),
                    StationMail.Message.info(String.valueOf(account), 1, message.sequence(), message.id()));
            assertThat(database.<Long>read(
                            query -> query.get("SELECT count(sealed_seed) AS n FROM token", row -> row.number("n"))))
                    .isZero();
        }
    }

    private Vault vault() {
        var keyFile = folder.resolve("station/station.key");
        try (var database = new Database(station.file(), service.clock);
                var key = RegistryKey.KeyFile.read(keyFile)) {
            var bytes = database.read(WrappedKey::all).getFirst().unwrap(key, station.file(), new SecureRandom());
            return new Vault(1, bytes, new SecureRandom());
        }
    }

    /** The service does open it, so that the look is at the right thing. */
    private void assertSealedFrom(ExchangeKey own, byte[] envelope, Canonical info) {
        assertThatThrownBy(() -> new Hpke().open(envelope, own, own.publicKey(), info))
                .isInstanceOf(RegistryException.SealBroken.class);
        try (var database = new Database(service.file(), service.clock);
                var theirs = database.read(query -> ExchangeKey.open(query, service.registry.vault()))) {
            assertThat(new String(new Hpke().open(envelope, theirs, own.publicKey(), info), StandardCharsets.UTF_8))
                    .endsWith("the seed of a token.");
        }
    }

    @Test
    void anAttemptThatEndedBadlyMakesTheTokenVoidAtTheServiceToo() {
        station.write(TOKEN, seed);
        station.carry(service);
        service.clock.turn(Duration.ofMinutes(2));
        var journal = station.registry.journal();
        journal.abandon(station.console, station.begin(SERIAL, seed), "the power failed");
        station.carry(service);
        assertThat(service.registry.tokens().get(SERIAL).state()).isEqualTo(TokenState.VOID);
        assertThat(service.registry.journal().history(SERIAL).getFirst().reason())
                .isEqualTo("the power failed");
        try (var fresh = seed("a fresh one.........")) {
            station.write(TOKEN, fresh);
        }
        station.carry(service);
        assertThat(service.registry.tokens().get(SERIAL).state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void anAttemptThatDidNotTouchTheTokenIsNobodysBusiness() {
        var physical = station.registry.physicalTokens().remember("Token2", "Molto2", TOKEN);
        var journal = station.registry.journal();
        var sealed =
                journal.seal(station.console, physical, 0, SERIAL, OtpProfile.Totp.STANDARD, Optional.empty(), seed);
        journal.abandon(station.console, sealed, "the token is gone");
        assertThat(station.own().send()).isEmpty();
    }

    @Test
    void credentialsGoToTheServiceAndStayAtHand() {
        var here = station.registry.tokenCredentials();
        var physical = station.registry.physicalTokens().remember("Token2", "Molto2", TOKEN);
        var key = "a new customer key".getBytes(StandardCharsets.US_ASCII);
        here.sealNext(station.console, physical, key);
        station.carry(service);
        var theirs = service.registry.physicalTokens().remember("Token2", "Molto2", TOKEN);
        var there = service.registry.tokenCredentials();
        assertThat(there.next(theirs)).contains(key);
        assertThat(there.current(theirs)).isEmpty();
        here.adoptNext(station.console, physical);
        station.carry(service);
        assertThat(there.current(theirs)).contains(key);
        assertThat(there.next(theirs)).isEmpty();
        assertThat(here.current(physical)).contains(key);
    }

    @Test
    void rotationsOnBothSidesLeaveEverythingUsable() {
        station.write(TOKEN, seed);
        station.carry(service);
        rotate(service.registry, service.console, service.keyFile());
        rotate(station.registry, station.console, folder.resolve("station/station.key"));
        service.clock.turn(Duration.ofMinutes(2));
        assertThat(enables("bob")).as("the row that was sealed anew").isTrue();
        station.write("86596220000002", seed);
        assertThat(station.carry(service))
                .as("and the keys of both sides")
                .extracting(StationAnswer::applied)
                .containsExactly(true);
    }

    private static void rotate(Registry registry, Actor console, Path keyFile) {
        try (var key = RegistryKey.KeyFile.read(keyFile)) {
            assertThat(registry.keys().begin(console, key, TestRegistry.CHEAP)).isEqualTo(2);
        }
        while (registry.keys().step() > 0) {}
        assertThat(registry.keys().destroyOlder(console)).isTrue();
    }
}
