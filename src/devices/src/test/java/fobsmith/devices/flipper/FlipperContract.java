package fobsmith.devices.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.ReadableClock;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.links.SerialLinks;
import fobsmith.devices.links.SerialPlug;
import fobsmith.firmware.flipper.FlipperDescription;
import fobsmith.firmware.flipper.TerminalFault;
import fobsmith.firmware.parts.Terminal;
import fobsmith.firmware.serial.CablePulledAt;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session with a Flipper has to do, whatever it travels over. */
@Timeout(60)
abstract class FlipperContract {
    private static final String SERIAL = FlipperDescription.FIRST_UID.toUpperCase(Locale.ROOT);
    private static final int PROFILE = 5;
    private static final String NAME = "demo:" + SERIAL + ":05";
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    /** Long where an answer is expected. */
    private static final FlipperTiming PATIENT =
            new FlipperTiming(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(5));

    /** Short where none is. */
    private static final FlipperTiming HASTY =
            new FlipperTiming(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(500));

    private final SimulatedFlipper token = new SimulatedFlipper();
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));

    abstract SerialLinks link();

    @AfterEach
    void close() {
        token.close();
        seed.close();
    }

    /** What is done with a session, by its abilities. */
    private interface Work {
        void on(SeedProfiles profiles, ReadableClock clock);
    }

    private void over(Terminal device, Work work) {
        over(device, PATIENT, work);
    }

    private void over(Terminal device, FlipperTiming timing, Work work) {
        try (var plugged = link().plug(device);
                var session = open(plugged, timing)) {
            work.on(
                    session.require(SeedProfiles.class, "take a seed"),
                    session.require(ReadableClock.class, "tell its time"));
        }
    }

    private static FlipperSession open(SerialPlug plugged, FlipperTiming timing) {
        assertThat(new FlipperDriver().recognises(plugged.port())).isTrue();
        return FlipperSession.open(plugged.port().open(), plugged.port().place(), timing);
    }

    @Test
    void tellsItsSerialNumber() {
        try (var plugged = link().plug(token.twin);
                var session = new FlipperDriver().open(plugged.port())) {
            assertThat(session.serial()).isEqualTo(SERIAL).matches("[0-9A-F]{16}");
        }
    }

    @Test
    void tellsItsTimeWithoutOpeningAnything() {
        token.twin.shift(Duration.ofSeconds(-3));
        over(
                token.twin,
                (_, clock) -> assertThat(clock.readClock())
                        .isEqualTo(token.clock.instant().minusSeconds(3)));
        assertThat(token.twin.state().open()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 6, 30, 20, 0, a",
        "SHA256, 8, 60, 32, 99, two words",
        "SHA512, 8, 255, 64, 7, ~!@ #",
        "SHA1, 6, 15, 1, 50, demo"
    })
    void writesAProfileThatShowsTheCodesOfItsSeed(
            HmacAlgorithm algorithm, int digits, int step, int bytes, int profile, String title) {
        var otp = new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step));
        token.twin.shift(Duration.ofHours(7));
        try (var random = Seed.random(bytes, new SecureRandom())) {
            over(token.twin, (profiles, clock) -> {
                assertThat(profiles.carriesSeed(profile)).isFalse();
                profiles.requireFits(profile, otp, bytes, title);
                profiles.write(profile, otp, random, title, token.clock);
                assertThat(profiles.carriesSeed(profile)).isTrue();
                assertThat(clock.readClock()).isEqualTo(token.clock.instant());
            });
            var name = title + ":" + SERIAL + (profile == 0 ? "" : ":%02d".formatted(profile));
            for (int i = 0; i < 3; i++) {
                assertThat(token.shown(name)).isEqualTo(token.expected(random, otp));
                token.clock.turn(Duration.ofSeconds(step));
            }
        }
    }

    @Test
    void neverOverwritesASeed() {
        over(token.twin, (profiles, _) -> {
            write(profiles, seed);
            try (var other = Seed.random(20, new SecureRandom())) {
                assertThatThrownBy(() -> write(profiles, other)).isInstanceOf(DeviceException.Refused.class);
            }
        });
        assertThat(token.shown(NAME)).isEqualTo(token.expected(seed, STANDARD));
    }

    @Test
    void erasesAndWritesAnewAndLeavesOthersAlone() {
        over(token.twin, (profiles, _) -> {
            profiles.write(6, STANDARD, seed, "demo", token.clock);
            profiles.erase(PROFILE);
            write(profiles, seed);
            profiles.erase(PROFILE);
            assertThat(profiles.carriesSeed(PROFILE)).isFalse();
            assertThat(profiles.carriesSeed(6)).isTrue();
            try (var other = Seed.random(20, new SecureRandom())) {
                write(profiles, other);
                assertThat(token.shown(NAME)).isEqualTo(token.expected(other, STANDARD));
            }
        });
    }

    @Test
    void saysThatTheMemoryIsFull() {
        try (var full = new SimulatedFlipper(1)) {
            over(full.twin, (profiles, _) -> {
                write(profiles, seed);
                assertThatThrownBy(() -> profiles.write(6, STANDARD, seed, "demo", token.clock))
                        .isInstanceOf(DeviceException.Refused.class)
                        .hasMessage("the Authenticator cannot write its file");
                assertThat(profiles.carriesSeed(6)).isFalse();
            });
        }
    }

    @Test
    void saysThatThePinHasToBeEnteredOnTheDeviceAndGoesOnWhenItIs() {
        token.protectWithPin();
        over(token.twin, (profiles, clock) -> {
            assertThat(clock.readClock()).isEqualTo(token.clock.instant());
            assertThatThrownBy(() -> profiles.carriesSeed(PROFILE))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessage("the Authenticator on the Flipper waits for its PIN");
            assertThat(token.enterPin()).isTrue();
            write(profiles, seed);
        });
        assertThat(token.shown(NAME)).isEqualTo(token.expected(seed, STANDARD));
    }

    @Test
    void isDeadWhenThePlugWasPulled() {
        try (var plugged = link().plug(token.twin);
                var session = open(plugged, PATIENT)) {
            plugged.unplug();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(session::readClock).isInstanceOf(DeviceException.LinkLost.class);
            }
        }
    }

    /** At the end of each line that is typed. */
    @ParameterizedTest
    @EnumSource
    void losesTheLinkWhereverThePlugIsPulledAndCanStartOver(CablePulledAt.Moment moment) {
        for (int at : exchanges()) {
            try (var fresh = new SimulatedFlipper()) {
                assertThat(provision(new CablePulledAt(at, moment, fresh.twin)))
                        .as("byte %d", at)
                        .isTrue();
                assertThat(provision(fresh.twin)).as("after byte %d", at).isFalse();
                assertThat(fresh.shown(NAME)).isEqualTo(fresh.expected(seed, STANDARD));
            }
        }
    }

    private List<Integer> exchanges() {
        var typed = new Typed(token.twin);
        assertThat(provision(typed)).isFalse();
        return typed.ends();
    }

    /** Writes down what is typed. */
    private record Typed(Terminal device, ByteArrayOutputStream bytes) implements Terminal {
        Typed(Terminal device) {
            this(device, new ByteArrayOutputStream());
        }

        @Override
        public void connect(Sink sink) {
            device.connect(sink);
        }

        @Override
        public void disconnect() {
            device.disconnect();
        }

        @Override
        public void receive(byte[] typed) {
            bytes.writeBytes(typed);
            device.receive(typed);
        }

        List<Integer> ends() {
            var ends = new ArrayList<Integer>();
            var all = bytes.toByteArray();
            for (int i = 0; i < all.length; i++) {
                if (all[i] == '\r') {
                    ends.add(i + 1);
                }
            }
            return ends;
        }
    }

    /** Whether the link was lost on the way; whatever else goes wrong comes out. */
    private boolean provision(Terminal device) {
        try {
            over(device, (profiles, clock) -> {
                profiles.erase(PROFILE);
                write(profiles, seed);
                clock.readClock();
            });
            return false;
        } catch (DeviceException.LinkLost e) {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LOG_LINES", "BYTE_BY_BYTE", "ANSWER_TWICE"})
    void isNotPutOffBy(TerminalFault fault) {
        token.twin.disturb(fault, Long.MAX_VALUE);
        assertThat(provision(token.twin)).isFalse();
        assertThat(token.shown(NAME)).isEqualTo(token.expected(seed, STANDARD));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LOG_LINES", "BYTE_BY_BYTE", "ANSWER_TWICE"})
    void saysWhatIsWrongWithTheDialogueAndCanStartOver(TerminalFault fault) {
        over(token.twin, HASTY, (profiles, _) -> {
            profiles.erase(PROFILE);
            token.twin.disturb(fault, 1);
            assertThatThrownBy(() -> write(profiles, seed))
                    .isInstanceOfAny(DeviceException.LinkLost.class, DeviceException.Malformed.class);
        });
        token.twin.calm();
        assertThat(provision(token.twin)).isFalse();
        assertThat(token.shown(NAME)).isEqualTo(token.expected(seed, STANDARD));
    }

    @Test
    void readsPastWhatTheFlipperBlurtsOut() {
        over(token.twin, (profiles, clock) -> {
            token.twin.blurt("81524 [I][Storage] mounted\r\n".getBytes(US_ASCII));
            write(profiles, seed);
            token.twin.blurt("81525 [I][Storage] synced\r\n".getBytes(US_ASCII));
            assertThat(clock.readClock()).isEqualTo(token.clock.instant());
            assertThat(profiles.carriesSeed(PROFILE)).isTrue();
        });
    }

    private void write(SeedProfiles profiles, Seed other) {
        profiles.write(PROFILE, STANDARD, other, "demo", token.clock);
    }
}
