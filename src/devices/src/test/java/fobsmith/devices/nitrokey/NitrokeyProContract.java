package fobsmith.devices.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenDriver;
import fobsmith.devices.TokenDrivers;
import fobsmith.oath.Codes;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session with a Nitrokey Pro, or with what has its firmware, has to do, whatever it travels over. */
abstract class NitrokeyProContract extends NitrokeyRig {
    /** Found by its own ids, and named by its own prefix. */
    @Test
    void tellsItsSerialNumber() {
        try (var plugged = link().plug(token.device);
                var session = product.driver().open(plugged.port())) {
            assertThat(session.serial()).isEqualTo(product.serial());
            assertThat(TokenDrivers.ALL.stream().filter(driver -> driver.recognises(plugged.port())))
                    .singleElement()
                    .extracting(TokenDriver::model)
                    .isEqualTo(product.model().model());
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
}
