package fobsmith.provisioning;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.ykoath.YkOathModel;
import fobsmith.devices.ykoath.YkOathSession;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.ykoath.Model;
import fobsmith.firmware.ykoath.YubiKey;
import fobsmith.firmware.ykoath.YubiKeyDescription;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key whose owner has set a password: locked, it does not even tell what it carries. */
class LockedKeyProvisioningTest {
    private static final WriteOrder ORDER = WriteOrder.standard("bench");

    @TempDir
    Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final YubiKey twin =
            YubiKey.of(YubiKeyDescription.of(YubiKeyDescription.FIRST_SERIAL), Flash.inMemory(), clock, new Random(3));
    private final TokenCredential password = TokenCredential.adopt("correct horse".getBytes(US_ASCII));
    private TestRegistry station;

    @BeforeEach
    void lock() {
        station = new TestRegistry(folder, clock);
        try (var session = session()) {
            session.changeCredential(password);
        }
    }

    @AfterEach
    void close() {
        station.close();
        twin.close();
        password.close();
    }

    @Test
    void isProvenWithThePasswordWhichTheRegistryKnowsFromThenOn() {
        assertThat(provision(ORDER, EnteredCredential.of(password)).token().state())
                .isEqualTo(TokenState.PROVEN);
        assertThatThrownBy(() -> provision(ORDER, EnteredCredential.none()))
                .isInstanceOf(ProvisioningException.CarriesSeed.class);
        assertThat(provision(ORDER.intoSlot(7), EnteredCredential.none())
                        .token()
                        .state())
                .isEqualTo(TokenState.PROVEN);
    }

    @Test
    void isLeftAloneWithAnotherPassword() {
        try (var wrong = TokenCredential.adopt("battery staple".getBytes(US_ASCII))) {
            assertThatThrownBy(() -> provision(ORDER, EnteredCredential.of(wrong)))
                    .isInstanceOf(DeviceException.WrongCredential.class);
        }
        assertThat(twin.state().credentials()).isEmpty();
    }

    @Test
    void takesWrongPasswordsWithoutEndAndWithoutACount() {
        try (var wrong = TokenCredential.adopt("battery staple".getBytes(US_ASCII));
                var session = session()) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> provision(ORDER, EnteredCredential.of(wrong)))
                        .isInstanceOf(DeviceException.WrongCredential.class);
            }
            var physical = station.registry
                    .physicalTokens()
                    .remember(session.manufacturer(), session.model(), session.serial());
            assertThat(physical.triesLeft()).isNull();
        }
    }

    @Test
    void isRefusedWhereNothingIsKnownOfItsPassword() {
        assertThatThrownBy(() -> provision(ORDER, EnteredCredential.none()))
                .isInstanceOf(ProvisioningException.CredentialUnknown.class);
    }

    @Test
    void keepsASeedThatTheRegistryDoesNotKnow(@TempDir Path elsewhere) {
        provision(ORDER, EnteredCredential.of(password));
        station.close();
        station = new TestRegistry(elsewhere, clock);
        assertThatThrownBy(() -> provision(ORDER, EnteredCredential.of(password)))
                .isInstanceOf(ProvisioningException.CarriesSeed.class);
        assertThat(twin.state().credentials()).hasSize(1);
    }

    /** Whatever is given: its firmware stays locked even with the right password, which was recorded of another program. */
    @Test
    void isRefusedAtOnceWhereNoPasswordOpensIt() {
        try (var solo = YubiKey.of(
                YubiKeyDescription.of(Model.SOLO2, "5A1B2C3D4E5F60718293A4B5C6D7E8F9"),
                Flash.inMemory(),
                clock,
                new Random(3))) {
            solo.powerOn();
            solo.exchange(HexFormat.of().parseHex("00a4040007a0000005272101"));
            solo.exchange(HexFormat.of()
                    .parseHex("0003000033731121bc0287ad5d42b9ad13383a371268348774084f3aa2d5a44bc428"
                            + "75142503ab86b660f36916b59720cb4d2f66b9bc7b37"));
            try (var session = YkOathSession.open(solo::exchange, YkOathModel.SOLO_2, new SecureRandom())) {
                for (var entered : List.of(EnteredCredential.none(), EnteredCredential.of(password))) {
                    assertThatThrownBy(() -> provision(session, ORDER, entered))
                            .isInstanceOf(DeviceException.Refused.class)
                            .hasMessageContaining("stays locked even with it");
                }
            }
            assertThat(solo.state().credentials()).isEmpty();
        }
    }

    private Provisioned provision(WriteOrder order, EnteredCredential entered) {
        try (var session = session()) {
            return provision(session, order, entered);
        }
    }

    private Provisioned provision(YkOathSession session, WriteOrder order, EnteredCredential entered) {
        return new Provisioning(station.registry, station.console, clock, new SecureRandom())
                .run(session, order, entered, new Nobody());
    }

    private YkOathSession session() {
        twin.powerOn();
        return YkOathSession.open(twin::exchange, YkOathModel.YUBIKEY, new SecureRandom());
    }
}
