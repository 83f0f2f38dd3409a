package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Instruction;
import fobsmith.devices.ykoath.YkOathModel;
import fobsmith.devices.ykoath.YkOathSession;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.ykoath.Touch;
import fobsmith.firmware.ykoath.Version;
import fobsmith.firmware.ykoath.YubiKey;
import fobsmith.firmware.ykoath.YubiKeyDescription;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.CodePair;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes that a key tells only to who touches it. */
class TouchedKeyProvisioningTest {
    private static final WriteOrder ORDER = WriteOrder.standard("bench").touched();
    private static final SerialNumber SERIAL = SerialNumber.parse("YUBIKEY-" + YubiKeyDescription.FIRST_SERIAL);

    @TempDir
    Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final List<String> told = new ArrayList<>();
    private YubiKey twin = twin(YubiKeyDescription.of(YubiKeyDescription.FIRST_SERIAL));
    private TestRegistry station;

    private YubiKey twin(YubiKeyDescription description) {
        return YubiKey.of(description, Flash.inMemory(), clock, new Random(3));
    }

    @BeforeEach
    void open() {
        station = new TestRegistry(folder, clock);
    }

    @AfterEach
    void close() {
        station.close();
        twin.close();
    }

    /** Touches the key when it is told to, and not before. */
    private final class Toucher implements Operator {
        private final Touch answer;

        Toucher(Touch answer) {
            this.answer = answer;
            twin.touched(Touch.NEVER);
        }

        @Override
        public void act(Instruction instruction) {
            throw new AssertionError("there is no button: " + instruction);
        }

        @Override
        public CodePair readCodes(SerialNumber serial, int slot, OtpProfile.Totp profile) {
            throw new AssertionError("there is no display");
        }

        @Override
        public void told(String progress) {
            told.add(progress);
            if (progress.startsWith("touch the token")) {
                twin.touched(answer);
            }
        }

        @Override
        public void codesWereWrong(int timesLeft) {
            throw new AssertionError("a token does not mistype");
        }
    }

    private void provision(WriteOrder order, Touch answer) {
        twin.powerOn();
        try (var session = YkOathSession.open(twin::exchange, YkOathModel.YUBIKEY, new SecureRandom())) {
            new Provisioning(station.registry, station.console, clock, new SecureRandom())
                    .run(session, order, EnteredCredential.none(), new Toucher(answer));
        }
    }

    private TokenState state() {
        return station.registry.tokens().get(SERIAL).state();
    }

    @Test
    void areProvenByAnOperatorWhoIsToldToTouch() {
        provision(ORDER, Touch.AT_ONCE);
        assertThat(state()).isEqualTo(TokenState.PROVEN);
        assertThat(told).containsExactly("seed written", "touch the token each time it blinks: twice");
    }

    @Test
    void areNotAskedForWhereNobodyWantsThem() {
        provision(WriteOrder.standard("bench"), Touch.NEVER);
        assertThat(state()).isEqualTo(TokenState.PROVEN);
        assertThat(told).containsExactly("seed written");
    }

    @Test
    void leaveTheTokenVoidWhereNobodyTouchesIt() {
        assertThatThrownBy(() -> provision(ORDER, Touch.NEVER))
                .isInstanceOf(DeviceException.Refused.class)
                .hasMessageContaining("nobody touched it in time");
        assertThat(state()).isEqualTo(TokenState.VOID);
        provision(ORDER, Touch.AT_ONCE);
        assertThat(state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void areRefusedOfAKeyThatKnowsNoTouchBeforeAnythingIsChanged() {
        twin.close();
        twin = twin(YubiKeyDescription.of(YubiKeyDescription.FIRST_SERIAL).withVersion(new Version(4, 2, 5)));
        assertThatThrownBy(() -> provision(ORDER, Touch.AT_ONCE))
                .isInstanceOf(DeviceException.Unsupported.class)
                .hasMessage("this YubiKey cannot ask for a touch before each code");
        assertThat(twin.state().credentials()).isEmpty();
        assertThat(station.registry.tokens().find(SERIAL)).isEmpty();
    }
}
