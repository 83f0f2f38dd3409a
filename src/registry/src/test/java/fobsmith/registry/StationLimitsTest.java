package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.Seed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a write-only station may not do, and what its registry does not take from it. */
class StationLimitsTest {
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

    private void enable() {
        service.registry.typedCodes().enable(service.console, service.user("bob"), SERIAL, station.codes(seed, 0));
    }

    private boolean signsIn() {
        var bob = service.registry.users().get("bob");
        return service.registry
                        .typedCodes()
                        .signIn(
                                service.console,
                                bob,
                                SERIAL,
                                station.codes(seed, 1).first())
                instanceof CodeOutcome.Accepted;
    }

    @Test
    void aProofNeedsTheSeedInHand() {
        var attempt = station.begin(SERIAL, seed);
        assertThatThrownBy(() -> station.registry.journal().prove(station.console, attempt, station.codes(seed, 0)))
                .isInstanceOf(StationException.NotReady.class)
                .hasMessageContaining("cannot open the seed of token 86596220000001 again");
    }

    @Test
    void whatOnlyTheServiceDoesIsRefusedAndTheServiceNamed() {
        for (Runnable work : List.<Runnable>of(
                station.registry::typedCodes,
                station.registry::stock,
                station.registry::users,
                station.registry::accessKeys,
                station.registry::virtualDevices,
                station.registry::backup,
                station.registry::shelf,
                station.registry::finder,
                station.registry::inventory,
                station.registry::deskPassphrases,
                station.registry::stations,
                station.registry::stationInbox)) {
            assertThatThrownBy(work::run)
                    .isInstanceOf(StationException.OnlyAtService.class)
                    .hasMessageContaining("at the service on registry.example");
        }
        assertThatThrownBy(service.registry::ownStation).isInstanceOf(StationException.NotReady.class);
    }

    @Test
    void aTokenThatIsSomebodysIsNotWritten() {
        station.write(TOKEN, seed);
        station.carry(service);
        service.clock.turn(Duration.ofMinutes(2));
        enable();
        service.clock.turn(Duration.ofMinutes(2));
        station.own().acknowledge(station.console, station.exported(service, "packing"));
        assertThat(station.own().knownTokens()).containsExactly(new KnownToken(TOKEN, "Token2", "Molto2", "enabled"));
        assertThatThrownBy(() -> station.write(TOKEN, seed))
                .isInstanceOf(StationException.Taken.class)
                .hasMessage("token 86596220000001 is enabled at the service on registry.example;"
                        + " only stock that nobody has can be given a seed");
    }

    @Test
    void aTokenThatBecameSomebodysMeanwhileKeepsItsSeedThereAndIsVoidHere() {
        station.write(TOKEN, seed);
        station.carry(service);
        service.clock.turn(Duration.ofMinutes(2));
        enable();
        service.clock.turn(Duration.ofMinutes(2));
        try (var second = seed("another seed of it..")) {
            station.write(TOKEN, second);
            station.write("86596220000002", second);
        }
        assertThat(station.carry(service))
                .extracting(StationAnswer::applied)
                .as("what comes after it is not held up")
                .containsExactly(false, true);
        assertThat(signsIn()).isTrue();
        assertThat(station.registry.tokens().get(SERIAL).state()).isEqualTo(TokenState.VOID);
        assertThat(service.registry.audit().newest(9))
                .anySatisfy(
                        deed -> assertThat(deed.detail()).contains("\"refused\":\"token 86596220000001 is enabled;"));
    }
}
