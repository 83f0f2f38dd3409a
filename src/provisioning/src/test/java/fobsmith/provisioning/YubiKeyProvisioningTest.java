package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.ykoath.YkOathModel;
import fobsmith.devices.ykoath.YkOathSession;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.ykoath.YubiKey;
import fobsmith.firmware.ykoath.YubiKeyDescription;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that may have a password, counts no tries of it, and tells what it carries only to who knows it. */
class YubiKeyProvisioningTest {
    private static final WriteOrder ORDER = WriteOrder.standard("bench");
    private static final String PASSWORD = "correct horse";

    @TempDir
    Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final YubiKey twin = YubiKey.of(
            YubiKeyDescription.of(YubiKeyDescription.FIRST_SERIAL), Flash.inMemory(), clock, new Random(4));
    private TestRegistry station;

    @BeforeEach
    void open() {
        station = new TestRegistry(folder, clock);
        twin.powerOn();
    }

    @AfterEach
    void close() {
        station.close();
        twin.close();
    }

    @Test
    void aLockedOneIsProvenWhereItsPasswordIsEnteredAndAfterThatByTheRegistry() {
        setPassword();
        assertThat(provision(ORDER, PASSWORD).token().state()).isEqualTo(TokenState.PROVEN);
        var second = provision(ORDER.intoSlot(1), EnteredCredential.none());
        assertThat(second.token().state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void aLockedOneThatCarriesASeedIsRefused(@TempDir Path elsewhere) {
        provision(ORDER, EnteredCredential.none());
        setPassword();
        station.close();
        station = new TestRegistry(elsewhere, clock);
        assertThatThrownBy(() -> provision(ORDER, PASSWORD)).isInstanceOf(ProvisioningException.CarriesSeed.class);
        assertThat(twin.state().credentials()).hasSize(1);
    }

    @Test
    void aLockedOneOfWhichNothingIsKnownIsRefused() {
        setPassword();
        assertThatThrownBy(() -> provision(ORDER, EnteredCredential.none()))
                .isInstanceOf(ProvisioningException.CredentialUnknown.class);
    }

    @Test
    void aWrongPasswordIsRefusedAsOftenAsSomebodyLikes() {
        setPassword();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> provision(ORDER, "wrong")).isInstanceOf(DeviceException.WrongCredential.class);
        }
        try (var session = session()) {
            assertThat(station.registry.physicalTokens()
                            .remember(session.manufacturer(), session.model(), session.serial())
                            .triesLeft())
                    .isNull();
        }
    }

    private void setPassword() {
        try (var session = session();
                var password = credential(PASSWORD)) {
            session.changeCredential(password);
        }
        twin.powerOff();
        twin.powerOn();
    }

    private static TokenCredential credential(String text) {
        return TokenCredential.adopt(text.getBytes(StandardCharsets.UTF_8));
    }

    private Provisioned provision(WriteOrder order, String password) {
        try (var entered = credential(password)) {
            return provision(order, EnteredCredential.of(entered));
        }
    }

    private Provisioned provision(WriteOrder order, EnteredCredential entered) {
        try (var session = session()) {
            return new Provisioning(station.registry, station.console, clock, new SecureRandom())
                    .run(session, order, entered, new Nobody());
        }
    }

    private YkOathSession session() {
        return YkOathSession.open(twin::exchange, YkOathModel.YUBIKEY, new SecureRandom());
    }
}
