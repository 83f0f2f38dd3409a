package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.Bus;
import fobsmith.devices.Candidate;
import fobsmith.devices.DeviceException;
import fobsmith.devices.Port;
import fobsmith.devices.TokenCredential;
import fobsmith.devices.TokenDrivers;
import fobsmith.devices.TokenScanner;
import fobsmith.devices.links.Links;
import fobsmith.devices.links.PluggedIn;
import fobsmith.firmware.usb.PulledAt;
import fobsmith.firmware.usb.UsbFunction;
import fobsmith.firmware.ykoath.Model;
import fobsmith.firmware.ykoath.Touch;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session with a YubiKey has to do, whatever it travels over. */
@Timeout(60)
abstract class YkOathContract {
    /** Transfers of the reader's power off at the end, which nobody is told about where the link is lost meanwhile. */
    private static final int LEAVE = 2;

    /** APDUs of a whole provisioning. */
    private static final int EXCHANGES = 14;

    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final SimulatedKey token = new SimulatedKey(Model.YUBIKEY, "12345678");
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));
    private final TokenCredential password = TokenCredential.adopt("correct horse".getBytes(US_ASCII));

    abstract Links link();

    @AfterEach
    void close() {
        token.close();
        seed.close();
        password.close();
    }

    private void over(UsbFunction device, Consumer<YkOathSession> work) {
        try (var plugged = link().plug(device)) {
            on(plugged, work);
        }
    }

    private static void on(PluggedIn plugged, Consumer<YkOathSession> work) {
        try (var session = new YubiKeyDriver(CHANCE).open(plugged.port())) {
            work.accept(session);
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

    @Test
    void isFoundWithItsSerialNumber() {
        try (var plugged = link().plug(token.reader)) {
            var scanner = new TokenScanner(TokenDrivers.ALL, List.of(new OnePort(plugged.port())), token.clock);
            assertThat(scanner.scan())
                    .containsExactly(new Candidate.Usable(
                            plugged.port().place(), "Yubico", "YubiKey 5", "YUBIKEY-12345678", null));
            scanner.open("yubikey-12345678").close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 6, 30, 20, 0, a",
        "SHA256, 8, 60, 32, 31, Zürich Insurance",
        "SHA512, 7, 45, 64, 5, ~!@ #",
        "SHA1, 8, 30, 200, 1, demo",
        "SHA256, 6, 30, 1, 9, demo"
    })
    void writesAProfileAndTellsTheCodesOfItsSeed(
            HmacAlgorithm algorithm, int digits, int step, int bytes, int profile, String title) {
        var otp = new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step));
        try (var random = Seed.random(bytes, CHANCE)) {
            over(token.reader, session -> {
                assertThat(session.carriesSeed(profile)).isFalse();
                session.requireFits(profile, otp, bytes, title);
                session.write(profile, otp, random, title, token.clock);
                assertThat(session.carriesSeed(profile)).isTrue();
                for (int i = 0; i < 3; i++) {
                    assertThat(session.readCode(profile, otp, token.clock.instant()))
                            .isEqualTo(token.expected(random, otp));
                    token.clock.turn(Duration.ofSeconds(step));
                }
            });
        }
    }

    @Test
    void neverOverwritesASeedAndErasesOnlyItsOwn() {
        over(token.reader, session -> {
            write(session, 0, seed);
            try (var other = Seed.random(20, CHANCE)) {
                write(session, 1, other);
                assertThatThrownBy(() -> write(session, 0, other)).isInstanceOf(DeviceException.Refused.class);
                assertShows(session, 0, seed);
                session.erase(0);
                session.erase(0);
                assertThat(session.carriesSeed(0)).isFalse();
                write(session, 0, other);
                assertShows(session, 0, other);
                assertShows(session, 1, other);
            }
            assertThat(session.credentials())
                    .extracting(CredentialId::toString)
                    .containsExactlyInAnyOrder("demo:YUBIKEY-12345678", "demo:YUBIKEY-12345678:01");
        });
    }

    @Test
    void isLockedByAPasswordThatHoldsFromThenOn() {
        try (var plugged = link().plug(token.reader)) {
            on(plugged, session -> {
                assertThat(session.locked()).isFalse();
                assertThat(session.changeCredential(password)).isEmpty();
                write(session, 0, seed);
            });
            on(plugged, session -> {
                assertThat(session.locked()).isTrue();
                assertThatThrownBy(() -> session.carriesSeed(0)).isInstanceOf(DeviceException.Refused.class);
                try (var wrong = session.randomCredential(CHANCE)) {
                    assertThatThrownBy(() -> session.unlock(wrong)).isInstanceOf(DeviceException.WrongCredential.class);
                    assertThatThrownBy(() -> write(session, 1, seed)).isInstanceOf(DeviceException.Refused.class);
                    session.unlock(password);
                    assertThat(session.locked()).isFalse();
                    assertShows(session, 0, seed);
                    session.changeCredential(wrong);
                    session.unlock(wrong);
                }
                session.clearCredential();
            });
            on(plugged, session -> assertThat(session.locked()).isFalse());
        }
    }

    @Test
    void saysThatItIsFull() {
        over(token.reader, session -> {
            for (int profile = 0; profile < session.profiles(); profile++) {
                write(session, profile, seed);
            }
            assertThat(session.credentials()).hasSize(32);
            session.erase(31);
            write(session, 31, seed);
            assertShows(session, 31, seed);
        });
    }

    @Test
    void renamesAndResets() {
        over(token.reader, session -> {
            write(session, 3, seed);
            session.rename(3, "other");
            assertShows(session, 3, seed);
            assertThat(session.credentials())
                    .singleElement()
                    .hasToString("other:YUBIKEY-12345678:03");
            session.changeCredential(password);
            session.reset();
            assertThat(session.locked()).isFalse();
            assertThat(session.credentials()).isEmpty();
            assertThat(session.serial()).isEqualTo("YUBIKEY-12345678");
        });
    }

    @Test
    void tellsACodeOnlyWhenItIsTouchedWhereThatWasAskedFor() {
        over(token.reader, session -> {
            session.write(0, STANDARD, seed, "demo", true);
            token.twin.touched(Touch.NEVER);
            assertThatThrownBy(() -> session.readCode(0, STANDARD, token.clock.instant()))
                    .isInstanceOf(DeviceException.Refused.class)
                    .hasMessageContaining("nobody touched it in time");
            token.twin.touched(Touch.AT_ONCE);
            assertShows(session, 0, seed);
        });
    }

    @Test
    void isDeadWhenThePlugWasPulled() {
        try (var plugged = link().plug(token.reader);
                var session = new YubiKeyDriver(CHANCE).open(plugged.port())) {
            plugged.unplug();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> session.carriesSeed(0)).isInstanceOf(DeviceException.LinkLost.class);
            }
        }
    }

    /** Each transfer of a whole provisioning, of its opening and of its closing. */
    @ParameterizedTest
    @EnumSource
    void losesTheLinkWhereverThePlugIsPulledAndCanStartOver(PulledAt.Moment moment) {
        int transfers = transfersOf(moment);
        for (int at = 1; at <= transfers; at++) {
            try (var fresh = new SimulatedKey(Model.YUBIKEY, "12345678")) {
                boolean lost = provision(fresh, new PulledAt(at, moment, fresh.reader));
                assertThat(lost || at > transfers - LEAVE).as("transfer %d", at).isTrue();
                assertThat(provision(fresh, fresh.reader)).as("after transfer %d", at).isFalse();
            }
        }
    }

    private int transfersOf(PulledAt.Moment moment) {
        var whole = new PulledAt(Integer.MAX_VALUE, moment, token.reader);
        assertThat(provision(token, whole)).isFalse();
        assertThat(whole.transfers()).isGreaterThanOrEqualTo(2 * EXCHANGES + LEAVE);
        return whole.transfers();
    }

    /** Whether the link was lost on the way; whatever else goes wrong comes out. */
    private boolean provision(SimulatedKey key, UsbFunction device) {
        try {
            over(device, session -> {
                if (session.locked()) {
                    session.unlock(password);
                } else {
                    session.changeCredential(password);
                }
                session.erase(5);
                session.write(5, STANDARD, seed, "demo", key.clock);
                assertThat(session.readCode(5, STANDARD, key.clock.instant()))
                        .isEqualTo(key.expected(seed, STANDARD));
            });
            return false;
        } catch (DeviceException.LinkLost e) {
            return true;
        }
    }

    private void write(YkOathSession session, int profile, Seed other) {
        session.write(profile, STANDARD, other, "demo", token.clock);
    }

    private void assertShows(YkOathSession session, int profile, Seed other) {
        assertThat(session.readCode(profile, STANDARD, token.clock.instant()))
                .isEqualTo(token.expected(other, STANDARD));
    }
}
