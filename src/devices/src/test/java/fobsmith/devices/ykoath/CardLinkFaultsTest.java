package fobsmith.devices.ykoath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenSession;
import fobsmith.devices.ccid.CcidTiming;
import fobsmith.devices.ccid.CcidTransport;
import fobsmith.devices.links.Steered;
import fobsmith.devices.token2.Molto2Session;
import fobsmith.firmware.Outlet;
import fobsmith.firmware.link.LinkFault;
import fobsmith.oath.HandTurnedClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards on the USB/IP port whose responses are spoilt over the control API. */
class CardLinkFaultsTest {
    private static final CcidTiming HASTY = new CcidTiming(
            Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMillis(100));

    @TempDir
    Path folder;

    private Steered start(String model) {
        return Steered.start(folder, model, new Outlet.UsbIp(), HandTurnedClock.atStepStart());
    }

    private static void look(Steered token) {
        try (var session = session(token)) {
            assertThat(session.require(SeedProfiles.class, "take a seed").carriesSeed(0))
                    .isFalse();
        }
    }

    private static TokenSession session(Steered token) {
        var transport = CcidTransport.open(token.device(), HASTY);
        try {
            return token.control().state(token.serial()).model().contains("YubiKey")
                    ? YkOathSession.open(transport, YkOathModel.YUBIKEY, new SecureRandom())
                    : Molto2Session.open(transport);
        } catch (RuntimeException e) {
            transport.close();
            throw e;
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"DELAY", "RESET", "REPEATED"})
    void aYubiKeyThatIsNotUnderstoodIsNotTakenForAWellOne(LinkFault fault) {
        try (var token = start("yubikey")) {
            token.control().fault(token.serial(), fault);
            assertThatThrownBy(() -> look(token)).isInstanceOf(DeviceException.class);
            token.control().mend(token.serial(), fault);
            look(token);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"DELAY", "RESET", "REPEATED"})
    void neitherIsAMolto2(LinkFault fault) {
        try (var token = start("molto2")) {
            token.control().fault(token.serial(), fault);
            assertThatThrownBy(() -> look(token)).isInstanceOf(DeviceException.class);
            token.control().mend(token.serial(), fault);
            look(token);
        }
    }

    /** Its second response is its first, and a card that restarts has forgotten what was selected. */
    @ParameterizedTest
    @EnumSource(names = {"REPEATED", "RESET"})
    void aYubiKeyThatForgetsOrRepeatsItselfIsNot(LinkFault fault) {
        try (var token = start("yubikey");
                var session = (YkOathSession) session(token)) {
            token.control().fault(token.serial(), fault);
            assertThatThrownBy(() -> {
                        session.carriesSeed(0);
                        session.carriesSeed(1);
                    })
                    .isInstanceOf(DeviceException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yubikey", "molto2"})
    void lateAnswersAreRead(String model) {
        try (var token = start(model)) {
            token.control().delay(token.serial(), Duration.ofMillis(20), 3);
            look(token);
        }
    }
}
