package fobsmith.devices.nitrokey;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NitrokeyLimitsTest {
    @ParameterizedTest
    @CsvSource({"SHA1, 6, 1, 1, a, 0", "SHA1, 8, 65535, 40, fifteen letters, 14", "SHA1, 6, 30, 20, ~!@ #, 7"})
    void takesWhatFits(HmacAlgorithm algorithm, int digits, int step, int bytes, String title, int profile) {
        var otp = new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step));
        assertThatNoException().isThrownBy(() -> NitrokeyLimits.requireFits(profile, otp, bytes, title));
    }

    @ParameterizedTest
    @CsvSource({
        "SHA256, 6, 30, 20, demo, 0, SHA256",
        "SHA1, 7, 30, 20, demo, 0, 7 digits",
        "SHA1, 6, 65536, 20, demo, 0, 65536 s",
        "SHA1, 6, 30, 41, demo, 0, 41 bytes",
        "SHA1, 6, 30, 0, demo, 0, 0 bytes",
        "SHA1, 6, 30, 20, '', 0, 0 characters",
        "SHA1, 6, 30, 20, sixteen letters!, 0, 16 characters",
        "SHA1, 6, 30, 20, dömo, 0, ASCII",
        "SHA1, 6, 30, 20, demo, 18, no profile 18 (0 to 17)",
        "SHA1, 6, 30, 20, demo, 15, profile 15 of a Nitrokey Pro counts events"
    })
    void saysWhatDoesNotFit(
            HmacAlgorithm algorithm, int digits, int step, int bytes, String title, int profile, String named) {
        var otp = new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step));
        assertThatThrownBy(() -> NitrokeyLimits.requireFits(profile, otp, bytes, title))
                .isInstanceOf(DeviceException.Unsupported.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({"15, 6, 1", "16, 8, 40", "17, 6, 20"})
    void takesWhatCountsEventsIntoTheLastThreeProfiles(int profile, int digits, int bytes) {
        var hotp = new OtpProfile.Hotp(HmacAlgorithm.SHA1, digits);
        assertThatNoException().isThrownBy(() -> NitrokeyLimits.requireFits(profile, hotp, bytes, "demo"));
        assertThatThrownBy(() -> NitrokeyLimits.requireFits(14, hotp, bytes, "demo"))
                .isInstanceOf(DeviceException.Unsupported.class)
                .hasMessage("profile 14 of a Nitrokey Pro follows the clock (15 to 17 count events)");
    }

    @Test
    void countsFromNoNumberBelowZero() {
        assertThatNoException().isThrownBy(() -> NitrokeyLimits.requireCounter(Long.MAX_VALUE));
        assertThatThrownBy(() -> NitrokeyLimits.requireCounter(-1)).isInstanceOf(DeviceException.Unsupported.class);
    }
}
