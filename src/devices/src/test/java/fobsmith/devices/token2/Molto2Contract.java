package fobsmith.devices.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.Bus;
import fobsmith.devices.Candidate;
import fobsmith.devices.CredentialLock;
import fobsmith.devices.DeviceException;
import fobsmith.devices.Instruction;
import fobsmith.devices.Port;
import fobsmith.devices.SeedProfiles;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.firmware.token2.WaitingFor;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session with a Molto2 has to do, whatever it travels over. */
@Timeout(60)
abstract class Molto2Contract {
    private static final int PROFILE = 5;

    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;

    final SimulatedMolto2 token = new SimulatedMolto2();
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));

    /** A token where it can be opened, until it is closed. */
    interface Held extends AutoCloseable {
        Port port();

        void unplug();

        @Override
        void close();
    }

    abstract Held plug(SimulatedMolto2 other);

    @AfterEach
    void close() {
        token.close();
        seed.close();
    }

    /** What is done with a session, by its abilities. */
    private interface Work {
        void on(Molto2Session session, SeedProfiles profiles, CredentialLock lock);
    }

    private void over(Work work) {
        try (var plugged = plug(token)) {
            on(plugged, work);
        }
    }

    private static void on(Held plugged, Work work) {
        try (var session = new Molto2Driver().open(plugged.port())) {
            work.on(
                    session,
                    session.require(SeedProfiles.class, "take a seed"),
                    session.require(CredentialLock.class, "be unlocked"));
        }
    }

    @Test
    void tellsItsSerialNumberAndClock() {
        token.twin.shift(Duration.ofSeconds(-3));
        try (var plugged = plug(token)) {
            assertThat(scanner(plugged.port()).scan())
                    .containsExactly(new Candidate.Usable(
                            plugged.port().place(),
                            "Token2",
                            "Molto2",
                            SimulatedMolto2.SERIAL,
                            Duration.ofSeconds(-3)));
        }
    }

    private TokenScanner scanner(Port port) {
        return new TokenScanner(TokenDrivers.ALL, List.of(new OnePort(port)), token.clock);
    }

    private record OnePort(Port port) implements Bus {
        @Override
        public List<Port> ports() {
            return List.of(port);
        }

        @Override
        public void close() {}
    }

    @Test
    void isFoundBySerialNumberAndByPlace() {
        try (var plugged = plug(token)) {
            var scanner = scanner(plugged.port());
            for (var wanted : List.of(SimulatedMolto2.SERIAL, plugged.port().place())) {
                try (var session = scanner.open(wanted)) {
                    assertThat(session.serial()).isEqualTo(SimulatedMolto2.SERIAL);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 6, 30, 20, 0, a",
        "SHA256, 8, 60, 32, 99, twelve chars",
        "SHA1, 10, 30, 63, 5, ~!@ #",
        "SHA256, 6, 60, 1, 50, demo"
    })
    void writesAProfileThatShowsTheCodesOfItsSeed(
            HmacAlgorithm algorithm, int digits, int step, int bytes, int profile, String title) {
        var otp = new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step));
        token.twin.shift(Duration.ofMinutes(7));
        try (var seed = counted(bytes)) {
            over((session, profiles, lock) -> {
                unlock(lock);
                assertThat(profiles.carriesSeed(profile)).isFalse();
                profiles.requireFits(profile, otp, bytes, title);
                profiles.write(profile, otp, seed, title, token.clock);
                assertThat(profiles.carriesSeed(profile)).isTrue();
                assertThat(session.readClock()).isEqualTo(token.clock.instant());
            });
            for (int i = 0; i < 3; i++) {
                assertThat(token.shown(profile)).isEqualTo(token.expected(seed, otp));
                token.clock.turn(Duration.ofSeconds(step));
            }
            assertThat(token.profile(profile).title()).isEqualTo(title);
        }
    }

    /** One byte by chance would be zero now and then, and a seed of zeros is none. */
    private static Seed counted(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i + 1);
        }
        return Seed.adopt(bytes);
    }

    @Test
    void neverOverwritesASeed() {
        over((_, profiles, lock) -> {
            unlock(lock);
            write(profiles, seed);
            try (var other = Seed.random(20, new SecureRandom())) {
                assertThatThrownBy(() -> write(profiles, other)).isInstanceOf(DeviceException.Refused.class);
            }
        });
        assertThat(token.shown(PROFILE)).isEqualTo(token.expected(seed, STANDARD));
    }

    @Test
    void erasesAndWritesAnew() {
        over((_, profiles, lock) -> {
            profiles.erase(PROFILE);
            unlock(lock);
            write(profiles, seed);
            profiles.erase(PROFILE);
            assertThat(profiles.carriesSeed(PROFILE)).isFalse();
            try (var other = Seed.random(20, new SecureRandom())) {
                write(profiles, other);
                assertThat(token.shown(PROFILE)).isEqualTo(token.expected(other, STANDARD));
            }
        });
    }

    @Test
    void leavesTheLastThreeTries() {
        over((_, _, lock) -> {
            try (var wrong = TokenCredential.adopt(new byte[] {1})) {
                int tries = 0;
                while (triesLeft(lock, wrong) > 3) {
                    tries++;
                }
                assertThat(tries).isPositive();
                assertThatThrownBy(() -> lock.unlock(wrong)).isInstanceOf(DeviceException.Refused.class);
            }
        });
        assertThat(token.twin.state().triesLeft()).isEqualTo(3);
    }

    private int triesLeft(CredentialLock lock, TokenCredential wrong) {
        try {
            lock.unlock(wrong);
            throw new AssertionError("the wrong customer key was taken");
        } catch (DeviceException.WrongCredential e) {
            assertThat(e.triesLeft()).isEqualTo(token.twin.state().triesLeft());
            return e.triesLeft();
        }
    }

    @Test
    void changesTheCustomerKeyWithThePressOfAButton() {
        over((_, profiles, lock) -> {
            try (var factory = lock.factoryCredential().orElseThrow();
                    var next = lock.randomCredential(new SecureRandom())) {
                lock.unlock(factory);
                assertThat(lock.changeCredential(next)).contains(Instruction.PRESS_UP_ARROW);
                assertThat(token.twin.state().waitingFor()).isEqualTo(WaitingFor.CUSTOMER_KEY);
                assertThat(token.twin.pressUpArrow()).isEqualTo(WaitingFor.CUSTOMER_KEY);
                assertThatThrownBy(() -> lock.unlock(factory)).isInstanceOf(DeviceException.WrongCredential.class);
                lock.unlock(next);
                write(profiles, seed);
            }
        });
        assertThat(token.shown(PROFILE)).isEqualTo(token.expected(seed, STANDARD));
    }

    @Test
    void keepsTheOldCustomerKeyUntilTheButtonIsPressed() {
        over((_, _, lock) -> {
            try (var factory = lock.factoryCredential().orElseThrow();
                    var next = lock.randomCredential(new SecureRandom())) {
                lock.unlock(factory);
                lock.changeCredential(next);
                assertThatThrownBy(() -> lock.unlock(next)).isInstanceOf(DeviceException.WrongCredential.class);
                lock.unlock(factory);
            }
        });
    }

    @Test
    void givesTheTokenFreeAndLockedWhenItIsClosed() {
        try (var plugged = plug(token)) {
            on(plugged, (_, _, lock) -> unlock(lock));
            on(
                    plugged,
                    (_, profiles, _) ->
                            assertThatThrownBy(() -> write(profiles, seed)).isInstanceOf(IllegalStateException.class));
        }
    }

    @Test
    void isDeadWhenThePlugWasPulled() {
        try (var plugged = plug(token);
                var session = new Molto2Driver().open(plugged.port())) {
            plugged.unplug();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(session::readClock).isInstanceOf(DeviceException.LinkLost.class);
            }
        }
    }

    /** Whether the link was lost on the way; whatever else goes wrong comes out. */
    final boolean provision(Held held) {
        try (held) {
            on(held, (session, profiles, lock) -> {
                profiles.erase(PROFILE);
                unlock(lock);
                write(profiles, seed);
                session.readClock();
                try (var next = lock.randomCredential(new SecureRandom())) {
                    lock.changeCredential(next);
                }
            });
            return false;
        } catch (DeviceException.LinkLost e) {
            return true;
        }
    }

    private static void unlock(CredentialLock lock) {
        try (var factory = lock.factoryCredential().orElseThrow()) {
            lock.unlock(factory);
        }
    }

    final void assertShowsItsCodes(SimulatedMolto2 other) {
        assertThat(other.shown(PROFILE)).isEqualTo(other.expected(seed, STANDARD));
    }

    private void write(SeedProfiles profiles, Seed other) {
        profiles.write(PROFILE, STANDARD, other, "demo", token.clock);
    }
}
