package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.Bus;
import fobsmith.devices.Candidate;
import fobsmith.devices.CodeReading;
import fobsmith.devices.DeviceException;
import fobsmith.devices.Port;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.ykoath.SimulatedKey.Kind;
import fobsmith.firmware.ykoath.Touch;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session with a security key has to do, whatever it travels over. */
@Timeout(60)
abstract class YkOathContract {
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;
    private static final OtpProfile.Totp MINUTES = new OtpProfile.Totp(HmacAlgorithm.SHA256, 8, Duration.ofSeconds(60));
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));
    private final TokenCredential password = TokenCredential.adopt("correct horse".getBytes(US_ASCII));

    /** A key where it can be opened, until it is closed. */
    interface Held extends AutoCloseable {
        Port port();

        void unplug();

        @Override
        void close();
    }

    abstract Held plug(SimulatedKey key);

    @AfterEach
    void close() {
        seed.close();
        password.close();
    }

    private interface Work {
        void on(YkOathSession session, SimulatedKey key);
    }

    private void over(Kind kind, Work work) {
        try (var key = new SimulatedKey(kind);
                var plugged = plug(key);
                var session = kind.open(plugged.port())) {
            work.on(session, key);
        }
    }

    private record OnePort(Port port) implements Bus {
        @Override
        public List<Port> ports() {
            return List.of(port);
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @EnumSource
    void isFoundWithItsSerialNumber(Kind kind) {
        try (var key = new SimulatedKey(kind);
                var plugged = plug(key)) {
            var scanner = new TokenScanner(TokenDrivers.ALL, List.of(new OnePort(plugged.port())), key.clock);
            assertThat(scanner.scan())
                    .containsExactly(new Candidate.Usable(
                            plugged.port().place(),
                            kind.driver().manufacturer(),
                            kind.driver().model(),
                            kind.serial(),
                            null));
            scanner.open(kind.serial().toLowerCase(Locale.ROOT)).close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "YUBIKEY, SHA1, 6, 30, 20, 0, a",
        "YUBIKEY, SHA256, 8, 60, 32, 31, Zürich Insurance",
        "YUBIKEY, SHA512, 7, 45, 64, 5, ~!@ #",
        "YUBIKEY, SHA1, 8, 30, 200, 1, demo",
        "YUBIKEY, SHA256, 6, 30, 1, 9, demo",
        "YUBIKEY_4, SHA512, 8, 60, 64, 31, demo",
        "CANOKEY, SHA1, 6, 30, 20, 99, a",
        "CANOKEY, SHA512, 8, 60, 64, 0, demo",
        "NITROKEY_3, SHA1, 6, 30, 20, 49, a",
        "NITROKEY_3, SHA256, 8, 60, 63, 0, demo",
        "SOLO_2, SHA1, 6, 30, 20, 0, a",
        "SOLO_2, SHA256, 8, 60, 63, 49, demo"
    })
    void writesAProfileAndTellsTheCodesOfItsSeed(
            Kind kind, HmacAlgorithm algorithm, int digits, int step, int bytes, int profile, String title) {
        var otp = new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step));
        try (var random = Seed.random(bytes, CHANCE)) {
            over(kind, (session, key) -> {
                assertThat(session.carriesSeed(profile)).isFalse();
                session.requireFits(profile, otp, bytes, title);
                session.write(profile, otp, random, title, key.clock);
                assertThat(session.carriesSeed(profile)).isTrue();
                for (int i = 0; i < 3; i++) {
                    assertThat(session.readCode(profile, otp, key.clock.instant()))
                            .isEqualTo(key.expected(random, otp));
                    key.clock.turn(Duration.ofSeconds(step));
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverOverwritesASeedAndErasesOnlyItsOwn(Kind kind) {
        over(kind, (session, key) -> {
            write(session, 0, seed);
            try (var other = Seed.random(20, CHANCE)) {
                write(session, 1, other);
                assertThatThrownBy(() -> write(session, 0, other)).isInstanceOf(DeviceException.Refused.class);
                assertShows(session, key, 0, seed);
                session.erase(0);
                session.erase(0);
                assertThat(session.carriesSeed(0)).isFalse();
                write(session, 0, other);
                assertShows(session, key, 0, other);
                assertShows(session, key, 1, other);
            }
            assertThat(session.credentials())
                    .extracting(CredentialId::toString)
                    .containsExactlyInAnyOrder("demo:" + kind.serial(), "demo:%s:01".formatted(kind.serial()));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"YUBIKEY", "YUBIKEY_4", "CANOKEY"})
    void isLockedByAPasswordThatHoldsFromThenOn(Kind kind) {
        try (var key = new SimulatedKey(kind);
                var plugged = plug(key)) {
            try (var session = kind.open(plugged.port())) {
                assertThat(session.locked()).isFalse();
                assertThat(session.changeCredential(password)).isEmpty();
                write(session, 0, seed);
            }
            try (var session = kind.open(plugged.port());
                    var wrong = session.randomCredential(CHANCE)) {
                assertThat(session.locked()).isTrue();
                assertThatThrownBy(() -> session.carriesSeed(0)).isInstanceOf(DeviceException.Refused.class);
                assertThatThrownBy(() -> session.unlock(wrong)).isInstanceOf(DeviceException.WrongCredential.class);
                assertThatThrownBy(() -> write(session, 1, seed)).isInstanceOf(DeviceException.Refused.class);
                session.unlock(password);
                assertThat(session.locked()).isFalse();
                assertShows(session, key, 0, seed);
                session.changeCredential(wrong);
                session.unlock(wrong);
                session.clearCredential();
            }
            try (var session = kind.open(plugged.port())) {
                assertThat(session.locked()).isFalse();
            }
        }
    }

    @Test
    void renames() {
        over(Kind.YUBIKEY, (session, key) -> {
            write(session, 3, seed);
            session.rename(3, "other");
            assertShows(session, key, 3, seed);
            assertThat(session.credentials()).singleElement().hasToString("other:YUBIKEY-12345678:03");
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CANOKEY")
    void isEmptyAndOpenAfterAReset(Kind kind) {
        over(kind, (session, _) -> {
            if (session.supports(Feature.ACCESS_KEY)) {
                session.changeCredential(password);
            }
            write(session, 3, seed);
            session.reset();
            assertThat(session.locked()).isFalse();
            assertThat(session.credentials()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheCodesOfAllItsCredentialsAtOnceWhereItCan(Kind kind) {
        over(kind, (session, key) -> {
            write(session, 0, seed);
            session.write(1, MINUTES, seed, "demo", key.clock);
            key.clock.turn(Duration.ofSeconds(30));
            if (session.supports(Feature.ALL_CODES)) {
                assertThat(session.readAllCodes(key.clock.instant()))
                        .containsExactly(
                                new CodeReading.Code("demo:" + kind.serial(), key.expected(seed, STANDARD)),
                                new CodeReading.Code(
                                        "60/demo:%s:01".formatted(kind.serial()), key.expected(seed, MINUTES)));
            } else {
                assertThatThrownBy(() -> session.readAllCodes(key.clock.instant()))
                        .isInstanceOf(DeviceException.Unsupported.class);
            }
        });
    }

    @Test
    void isNotAskedToWaitForATouchWhereItsFirmwareIgnoresThat() {
        over(
                Kind.SOLO_2,
                (session, _) -> assertThatThrownBy(() -> session.writeTouched(0, STANDARD, seed, "demo"))
                        .isInstanceOf(DeviceException.Unsupported.class));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOLO_2")
    void tellsACodeOnlyWhenItIsTouchedWhereThatWasAskedFor(Kind kind) {
        over(kind, (session, key) -> {
            session.requireTouch();
            session.writeTouched(0, STANDARD, seed, "demo");
            key.twin.touched(Touch.NEVER);
            assertThatThrownBy(() -> session.readCode(0, STANDARD, key.clock.instant()))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessageContaining("nobody touched it in time");
            key.twin.touched(Touch.AT_ONCE);
            assertShows(session, key, 0, seed);
        });
    }

    @Test
    void isDeadWhenThePlugWasPulled() {
        try (var key = new SimulatedKey(Kind.YUBIKEY);
                var plugged = plug(key);
                var session = Kind.YUBIKEY.open(plugged.port())) {
            plugged.unplug();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> session.carriesSeed(0)).isInstanceOf(DeviceException.LinkLost.class);
            }
        }
    }

    /** Whether the link was lost on the way; whatever else goes wrong comes out. */
    final boolean provision(Kind kind, SimulatedKey key, Held held) {
        try (held;
                var session = kind.open(held.port())) {
            if (session.locked()) {
                session.unlock(password);
            } else if (session.supports(Feature.ACCESS_KEY)) {
                session.changeCredential(password);
            }
            session.erase(5);
            write(session, 5, seed);
            assertShows(session, key, 5, seed);
            return false;
        } catch (DeviceException.LinkLost e) {
            return true;
        }
    }

    private void write(YkOathSession session, int profile, Seed other) {
        session.write(profile, STANDARD, other, "demo", InstantSource.fixed(Instant.EPOCH));
    }

    private static void assertShows(YkOathSession session, SimulatedKey key, int profile, Seed other) {
        assertThat(session.readCode(profile, STANDARD, key.clock.instant())).isEqualTo(key.expected(other, STANDARD));
    }
}
