package fobsmith.provisioning;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.TokenCredential;
import fobsmith.devices.ykoath.YkOathModel;
import fobsmith.devices.ykoath.YkOathSession;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.ykoath.YubiKey;
import fobsmith.firmware.ykoath.YubiKeyDescription;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OneTimePassword;
import fobsmith.registry.Actor;
import fobsmith.registry.AuditRecord;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes of a key without a display, with and without a password on it. */
class TokenReadingTest {
    private static final String TOLD = "YUBIKEY-" + YubiKeyDescription.FIRST_SERIAL;
    private static final SerialNumber FIRST = SerialNumber.parse(TOLD);
    private static final SerialNumber SEVENTH = SerialNumber.parse(TOLD + ":07");

    @TempDir
    Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final YubiKey twin =
            YubiKey.of(YubiKeyDescription.of(YubiKeyDescription.FIRST_SERIAL), Flash.inMemory(), clock, new Random(3));
    private final TokenCredential password = TokenCredential.adopt("correct horse".getBytes(US_ASCII));
    private TestRegistry station;

    @BeforeEach
    void open() {
        station = new TestRegistry(folder, clock);
    }

    @AfterEach
    void close() {
        station.close();
        twin.close();
        password.close();
    }

    @Test
    void areThoseOfTheProfileThatIsMeant() {
        provision(WriteOrder.standard("bench"), EnteredCredential.none());
        provision(WriteOrder.standard("bench").intoSlot(7), EnteredCredential.none());
        assertChecked(SEVENTH);
        assertChecked(FIRST);
        assertThat(actions()).doesNotContain("use-credential");
    }

    @Test
    void areReadOfALockedKeyWhosePasswordTheRegistryKeepsAndThatIsRecorded() {
        lock();
        provision(WriteOrder.standard("bench"), EnteredCredential.of(password));
        assertChecked(FIRST);
        assertThat(actions()).contains("use-credential");
        assertThatThrownBy(() -> provision(WriteOrder.standard("bench"), EnteredCredential.none()))
                .as("it has its password still")
                .isInstanceOf(ProvisioningException.CarriesSeed.class);
    }

    @Test
    void areNotReadOfAKeyWhosePasswordNobodyKnows() {
        provision(WriteOrder.standard("bench"), EnteredCredential.none());
        lock();
        assertThatThrownBy(() -> read(FIRST)).isInstanceOf(ProvisioningException.CredentialUnknown.class);
    }

    @Test
    void areNotTakenForThoseOfAnotherToken() {
        assertThatThrownBy(() -> read(SerialNumber.parse("YUBIKEY-99999999")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token %s is not YUBIKEY-99999999".formatted(TOLD));
    }

    private void assertChecked(SerialNumber serial) {
        clock.turn(Duration.ofMinutes(1));
        var first = read(serial);
        clock.turn(Duration.ofSeconds(30));
        assertThat(station.registry.typedCodes().check(station.console, serial, new CodePair(first, read(serial))))
                .isInstanceOf(CodeOutcome.Accepted.class);
    }

    private List<String> actions() {
        return station.registry.audit().about(TOLD, 50).stream()
                .map(AuditRecord::action)
                .toList();
    }

    private OneTimePassword read(SerialNumber serial) {
        try (var session = session()) {
            return new TokenReading(station.registry, this::actor, clock).read(session, serial);
        }
    }

    private Actor actor() {
        return station.console;
    }

    private void lock() {
        try (var session = session()) {
            session.changeCredential(password);
        }
    }

    private void provision(WriteOrder order, EnteredCredential entered) {
        try (var session = session()) {
            new Provisioning(station.registry, station.console, clock, new SecureRandom())
                    .run(session, order, entered, new Nobody());
        }
    }

    private YkOathSession session() {
        twin.powerOn();
        return YkOathSession.open(twin::exchange, YkOathModel.YUBIKEY, new SecureRandom());
    }
}
