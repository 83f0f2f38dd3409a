package fobsmith.devices.nitrokey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.CodeReader;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.DeviceException;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.hid.HidReports;
import fobsmith.devices.links.Links;
import fobsmith.devices.links.PluggedIn;
import fobsmith.firmware.nitrokey.Pace;
import fobsmith.firmware.usb.PulledAt;
import fobsmith.firmware.usb.ReportFault;
import fobsmith.firmware.usb.UsbFunction;
import fobsmith.oath.Codes;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session with a Nitrokey Pro has to do, whatever it travels over. Nobody waits: the twin answers at once. */
@Timeout(60)
abstract class NitrokeyProContract {
    private static final int PROFILE = 5;
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    /** For a report, where the twin is told to be silent. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** Requests of a whole provisioning, each of which is sent and answered. */
    private static final int REQUESTS = 13;

    private final SimulatedNitrokey token = new SimulatedNitrokey();
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));
    private boolean changing;
    private final TokenCredential next = TokenCredential.adopt("another admin pin".getBytes(US_ASCII));

    abstract Links link();

    @AfterEach
    void close() {
        token.close();
        seed.close();
        next.close();
    }

    /** What is done with a session, by its abilities. */
    private interface Work {
        void on(SeedProfiles profiles, CredentialLock lock, CodeReader codes);
    }

    private void over(UsbFunction device, Work work) {
        try (var plugged = link().plug(device)) {
            on(plugged, work);
        }
    }

    private static void on(PluggedIn plugged, Work work) {
        try (var session = open(plugged)) {
            work.on(
                    session.require(SeedProfiles.class, "take a seed"),
                    session.require(CredentialLock.class, "be unlocked"),
                    session.require(CodeReader.class, "tell its codes"));
        }
    }

    private static NitrokeyProSession open(PluggedIn plugged) {
        var port = plugged.port();
        assertThat(new NitrokeyProDriver(new SecureRandom()).recognises(port)).isTrue();
        return NitrokeyProSession.open(
                HidReports.open(port.open(), PATIENCE), NitrokeyModel.PRO, Sessions.AT_ONCE, new SecureRandom());
    }

    @Test
    void tellsItsSerialNumber() {
        try (var plugged = link().plug(token.device);
                var session = new NitrokeyProDriver(new SecureRandom()).open(plugged.port())) {
            assertThat(session.serial()).isEqualTo(SimulatedNitrokey.SERIAL);
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 30, 20, 0, a", "8, 60, 40, 14, fifteen letters", "8, 65535, 31, 7, ~!@ #", "6, 1, 1, 3, demo"})
    void writesAProfileThatTellsTheCodesOfItsSeed(int digits, int step, int bytes, int profile, String title) {
        var otp = new OtpProfile.Totp(HmacAlgorithm.SHA1, digits, Duration.ofSeconds(step));
        try (var random = Seed.random(bytes, new SecureRandom())) {
            over(token.device, (profiles, lock, codes) -> {
                unlock(lock);
                assertThat(profiles.carriesSeed(profile)).isFalse();
                profiles.requireFits(profile, otp, bytes, title);
                profiles.write(profile, otp, random, title, token.clock);
                assertThat(profiles.carriesSeed(profile)).isTrue();
                assertThat(token.title(profile)).isEqualTo(title);
                for (int i = 0; i < 3; i++) {
                    var at = token.clock.instant().plusSeconds((long) i * step);
                    assertThat(codes.readCode(profile, otp, at)).isEqualTo(Codes.code(random, otp, at));
                }
            });
        }
    }

    /** RFC 6238 appendix B, SHA-1. */
    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "1234567890, 89005924", "2000000000, 69279037"})
    void tellsTheCodesOfTheStandard(long time, String code) {
        var otp = new OtpProfile.Totp(HmacAlgorithm.SHA1, 8, Duration.ofSeconds(30));
        over(token.device, (profiles, lock, codes) -> {
            unlock(lock);
            profiles.write(PROFILE, otp, seed, "rfc 6238", token.clock);
            assertThat(codes.readCode(PROFILE, otp, Instant.ofEpochSecond(time)).reveal())
                    .isEqualTo(code);
        });
    }

    @Test
    void neverOverwritesASeed() {
        over(token.device, (profiles, lock, codes) -> {
            unlock(lock);
            write(profiles, seed);
            try (var other = Seed.random(20, new SecureRandom())) {
                assertThatThrownBy(() -> write(profiles, other)).isInstanceOf(DeviceException.Refused.class);
            }
            assertCode(codes, seed);
        });
    }

    /** A longer seed before it must leave nothing behind. */
    @Test
    void erasesAndWritesAnew() {
        over(token.device, (profiles, lock, codes) -> {
            profiles.erase(PROFILE);
            unlock(lock);
            try (var longer = Seed.random(40, new SecureRandom())) {
                write(profiles, longer);
                assertCode(codes, longer);
            }
            profiles.erase(PROFILE);
            assertThat(profiles.carriesSeed(PROFILE)).isFalse();
            assertThatThrownBy(() -> codes.readCode(PROFILE, STANDARD, token.clock.instant()))
                    .isInstanceOf(DeviceException.Refused.class);
            write(profiles, seed);
            assertCode(codes, seed);
        });
    }

    @Test
    void takesAsManySeedsAsThereAreProfiles() {
        over(token.device, (profiles, lock, _) -> {
            unlock(lock);
            for (int profile = 0; profile < profiles.profiles(); profile++) {
                profiles.write(profile, STANDARD, seed, "demo", token.clock);
            }
            assertThatThrownBy(() -> profiles.write(profiles.profiles(), STANDARD, seed, "demo", token.clock))
                    .isInstanceOf(DeviceException.Unsupported.class);
        });
    }

    @Test
    void leavesTheLastTry() {
        over(token.device, (profiles, lock, _) -> {
            for (int left = 2; left >= 1; left--) {
                int expected = left;
                assertThatThrownBy(() -> lock.unlock(next))
                        .isInstanceOfSatisfying(
                                DeviceException.WrongCredential.class,
                                wrong -> assertThat(wrong.triesLeft()).isEqualTo(expected));
            }
            assertThatThrownBy(() -> lock.unlock(next)).isInstanceOf(DeviceException.Refused.class);
            assertThatThrownBy(() -> write(profiles, seed)).isInstanceOf(IllegalStateException.class);
        });
        assertThat(token.twin.state().adminTriesLeft()).isEqualTo(1);
    }

    @Test
    void countsAnewAfterTheRightPin() {
        over(token.device, (_, lock, _) -> {
            assertThatThrownBy(() -> lock.unlock(next)).isInstanceOf(DeviceException.WrongCredential.class);
            unlock(lock);
        });
        assertThat(token.twin.state().adminTriesLeft()).isEqualTo(3);
    }

    @Test
    void changesTheAdminPinAndGoesOnWithIt() {
        over(token.device, (profiles, lock, codes) -> {
            unlock(lock);
            assertThat(lock.changeCredential(next)).isEmpty();
            assertThatThrownBy(() -> unlock(lock)).isInstanceOf(DeviceException.WrongCredential.class);
            lock.unlock(next);
            write(profiles, seed);
            assertCode(codes, seed);
        });
    }

    @Test
    void givesTheTokenFreeAndLockedWhenItIsClosed() {
        try (var plugged = link().plug(token.device)) {
            on(plugged, (_, lock, _) -> unlock(lock));
            on(
                    plugged,
                    (profiles, _, _) ->
                            assertThatThrownBy(() -> write(profiles, seed)).isInstanceOf(IllegalStateException.class));
        }
    }

    @Test
    void waitsUntilTheTokenIsReady() {
        token.twin.pace(new Pace.Reads(3));
        over(token.device, (profiles, lock, codes) -> {
            unlock(lock);
            write(profiles, seed);
            assertCode(codes, seed);
        });
    }

    @Test
    void saysThatTheTokenIsNeverReady() {
        over(token.device, (profiles, _, _) -> {
            token.twin.pace(Pace.NEVER);
            assertThatThrownBy(() -> profiles.carriesSeed(0))
                    .isInstanceOf(DeviceException.LinkLost.class)
                    .hasMessage("the token has not answered READ SLOT within 0 ms");
        });
    }

    @Test
    void isDeadWhenThePlugWasPulled() {
        try (var plugged = link().plug(token.device);
                var session = open(plugged)) {
            plugged.unplug();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> session.carriesSeed(0)).isInstanceOf(DeviceException.LinkLost.class);
            }
        }
    }

    /** Each transfer of a whole provisioning; before one is after the one before it, as far as the token can tell. */
    @Test
    void losesTheLinkWhereverThePlugIsPulledAndCanStartOver() {
        int transfers = transfers();
        for (int at = 1; at <= transfers; at++) {
            try (var fresh = new SimulatedNitrokey()) {
                changing = false;
                assertThat(provision(new PulledAt(at, PulledAt.Moment.BEFORE, fresh.device)))
                        .as("transfer %d", at)
                        .isTrue();
                assertThat(provision(fresh.device)).as("after transfer %d", at).isFalse();
                assertThat(fresh.title(PROFILE)).isEqualTo("demo");
            }
        }
    }

    private int transfers() {
        var whole = new PulledAt(Integer.MAX_VALUE, PulledAt.Moment.BEFORE, token.device);
        assertThat(provision(whole)).isFalse();
        assertThat(whole.transfers()).isGreaterThanOrEqualTo(2 * REQUESTS);
        return whole.transfers();
    }

    /** Whether the link was lost on the way; whatever else goes wrong comes out. */
    private boolean provision(UsbFunction device) {
        try {
            over(device, (profiles, lock, codes) -> {
                unlockAsTheStationDoes(lock);
                profiles.erase(PROFILE);
                write(profiles, seed);
                assertCode(codes, seed);
                changing = true;
                lock.changeCredential(next);
            });
            return false;
        } catch (DeviceException.LinkLost e) {
            return true;
        }
    }

    /** After a change that was broken off the PIN may be either; a try is lost where it is the old one. */
    private void unlockAsTheStationDoes(CredentialLock lock) {
        try {
            if (changing) {
                lock.unlock(next);
                return;
            }
        } catch (DeviceException.WrongCredential e) {
            assertThat(e.triesLeft()).isEqualTo(2);
        }
        unlock(lock);
    }

    /** What is longer than was asked for, a link may cut or refuse. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANSWER_OVERSIZED")
    void saysWhatIsWrongWithTheReportsAndTakesNoneForAnAnswer(ReportFault fault) {
        over(token.device, (profiles, lock, _) -> {
            unlock(lock);
            token.device.fault(fault);
            assertThatThrownBy(() -> write(profiles, seed))
                    .isInstanceOfAny(DeviceException.LinkLost.class, DeviceException.Malformed.class);
            token.device.mend();
        });
        assertThat(provision(token.device)).isFalse();
    }

    @Test
    void isNotMisledByReportsThatAreTooLong() {
        over(token.device, (profiles, lock, codes) -> {
            unlock(lock);
            token.device.fault(ReportFault.ANSWER_OVERSIZED);
            try {
                write(profiles, seed);
                assertCode(codes, seed);
            } catch (DeviceException.Malformed _) {
                // That is the other way.
            }
            token.device.mend();
        });
    }

    private static void unlock(CredentialLock lock) {
        try (var factory = lock.factoryCredential().orElseThrow()) {
            lock.unlock(factory);
        }
    }

    private void write(SeedProfiles profiles, Seed other) {
        profiles.write(PROFILE, STANDARD, other, "demo", token.clock);
    }

    private void assertCode(CodeReader codes, Seed of) {
        var now = token.clock.instant();
        assertThat(codes.readCode(PROFILE, STANDARD, now)).isEqualTo(Codes.code(of, STANDARD, now));
    }
}
