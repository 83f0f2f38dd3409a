package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenRegistryTest {
    private static final SerialNumber.VirtualArn PHONE = new SerialNumber.VirtualArn("123456789012", "/", "Bob");

    @TempDir
    Path folder;

    private TestRegistry rig;

    @BeforeEach
    void open() {
        rig = new TestRegistry(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void findsATokenWithoutRegardToCase() {
        rig.fob("gaht00000001");
        assertThat(rig.registry.tokens().get(SerialNumber.parse("GaHt00000001")).serial())
                .isEqualTo(new SerialNumber.Hardware("GAHT00000001"));
    }

    @Test
    void importsAllOrNothing() {
        rig.fob("GAHT00000002");
        try (var seed = Seed.random(20, new SecureRandom())) {
            var stock = rig.registry.stock();
            var fresh = stock.seal(hardware("GAHT00000001"), "", "", OtpProfile.Totp.STANDARD, seed);
            var clash = stock.seal(hardware("GAHT00000002"), "", "", OtpProfile.Totp.STANDARD, seed);
            assertThatThrownBy(() -> stock.importAll(rig.console, "test", List.of(fresh, clash)))
                    .isInstanceOf(RegistryRefusal.TokenExists.class);
            assertThat(rig.registry.tokens().find(hardware("GAHT00000001"))).isEmpty();
        }
    }

    @Test
    void signInsGoOnWhileALargeFileIsImported() throws Exception {
        var bob = rig.user("bob");
        var fob = rig.fob("GAHT99999999");
        rig.registry.typedCodes().enable(rig.console, bob, fob, rig.pair(fob, -1));
        var stock = rig.registry.stock();
        var crate = new ArrayList<NewToken>();
        try (var seed = Seed.random(20, new SecureRandom())) {
            for (int i = 0; i < 5_000; i++) {
                crate.add(stock.seal(hardware("GAHT%08d".formatted(i)), "", "", OtpProfile.Totp.STANDARD, seed));
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var importing = threads.submit(() -> stock.importAll(rig.console, "crate", crate));
            int signedIn = 0;
            while (!importing.isDone()) {
                rig.clock.turn(Duration.ofSeconds(30));
                var code = rig.display(fob, 0);
                var outcome = rig.registry.typedCodes().signIn(new Actor(bob.id(), "x"), bob, fob, code);
                assertThat(outcome).isInstanceOf(CodeOutcome.Accepted.class);
                signedIn++;
            }
            assertThat(importing.get()).isEqualTo(5_000);
            assertThat(signedIn).isGreaterThan(3);
        }
        assertThat(rig.registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var serial = hardware("GAHT00000001");
        rig.fob("GAHT00000001");
        try (var seed = TestRegistry.seedOf(serial)) {
            var stock = rig.registry.stock();
            var again = stock.seal(serial, "", "", OtpProfile.Totp.STANDARD, seed);
            assertThat(stock.importAll(rig.console, "test", List.of(again))).isZero();
        }
    }

    @Test
    void aVirtualDeviceIsUniqueAndGoesOnlyWhenNobodyUsesIt() {
        createPhone();
        assertThatThrownBy(this::createPhone).isInstanceOf(RegistryRefusal.TokenExists.class);
        assertThat(rig.registry
                        .tokens()
                        .listVirtual(Assignment.UNASSIGNED, "", 9)
                        .items())
                .hasSize(1);
        assertThat(rig.registry.tokens().listVirtual(Assignment.ASSIGNED, "", 9).items())
                .isEmpty();
        rig.registry.virtualDevices().delete(rig.console, PHONE);
        assertThat(rig.registry.tokens().find(PHONE)).isEmpty();
        assertThatThrownBy(() -> rig.registry.virtualDevices().delete(rig.console, PHONE))
                .isInstanceOf(RegistryRefusal.UnknownToken.class);
    }

    @Test
    void deactivatesOnlyTheOwnersDevice() {
        var bob = rig.user("bob");
        var fob = rig.fob("GAHT00000001");
        rig.registry.typedCodes().enable(rig.console, bob, fob, rig.pair(fob, 0));
        assertThatThrownBy(() -> rig.registry.tokens().deactivate(rig.console, rig.administrator, fob))
                .isInstanceOf(RegistryRefusal.UnknownToken.class);
        rig.registry.tokens().deactivate(rig.console, bob, fob);
        assertThatThrownBy(() -> rig.registry.tokens().deactivate(rig.console, bob, fob))
                .isInstanceOf(RegistryRefusal.UnknownToken.class);
    }

    @Test
    void listsInPages() {
        for (int i = 0; i < 5; i++) {
            rig.fob("GAHT0000000" + i);
        }
        var page = rig.registry.tokens().list("GAHT00000000", 2);
        assertThat(page.items()).extracting(t -> t.serial().value()).containsExactly("GAHT00000001", "GAHT00000002");
        assertThat(page.truncated()).isTrue();
        assertThat(rig.registry.tokens().list("GAHT00000003", 2).truncated()).isFalse();
    }

    private void createPhone() {
        try (var seed = Seed.random(40, new SecureRandom())) {
            rig.registry.virtualDevices().create(rig.console, PHONE, seed, List.of());
        }
    }

    private static SerialNumber.Hardware hardware(String serial) {
        return new SerialNumber.Hardware(serial);
    }
}
