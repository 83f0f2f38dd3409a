package fobsmith.devices.flipper;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlipperLimitsTest {
    @ParameterizedTest
    @CsvSource({
        "SHA1, 6, 15, 1, a, 0",
        "SHA512, 8, 255, 64, thirty-two characters are enough, 99",
        "SHA256, 6, 30, 32, ~!@ #, 7"
    })
    void takesWhatFits(HmacAlgorithm algorithm, int digits, int step, int bytes, String title, int profile) {
        var otp = new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step));
        assertThatNoException().isThrownBy(() -> FlipperLimits.requireFits(profile, otp, bytes, title));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 30, 20, demo, 0, 7 digits",
        "6, 14, 20, demo, 0, 14 s",
        "6, 256, 20, demo, 0, 256 s",
        "6, 30, 65, demo, 0, 65 bytes",
        "6, 30, 0, demo, 0, 0 bytes",
        "6, 30, 20, '', 0, 0 characters",
        "6, 30, 20, thirty-three characters are many!, 0, 33 characters",
        "6, 30, 20, dömo, 0, ASCII",
        "6, 30, 20, a\"b, 0, double quote",
        "6, 30, 20, demo, 100, profile 100",
        "6, 30, 20, demo, -1, profile -1"
    })
    void saysWhatDoesNotFit(int digits, int step, int bytes, String title, int profile, String named) {
        var otp = new OtpProfile.Totp(HmacAlgorithm.SHA1, digits, Duration.ofSeconds(step));
        assertThatThrownBy(() -> FlipperLimits.requireFits(profile, otp, bytes, title))
                .isInstanceOf(DeviceException.Unsupported.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "a\nb", "a\tb", "\u001b[A", "a\u0003"})
    void typesNoTitleThatPressesKeys(String title) {
        assertThatThrownBy(() -> FlipperLimits.requireFits(0, OtpProfile.Totp.STANDARD, 20, title))
                .isInstanceOf(DeviceException.Unsupported.class);
    }

    @Test
    void writesNothingThatCountsEvents() {
        var hotp = new OtpProfile.Hotp(HmacAlgorithm.SHA1, 6);
        assertThatThrownBy(() -> FlipperLimits.requireFits(0, hotp, 20, "demo"))
                .isInstanceOf(DeviceException.Unsupported.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z"})
    void setsNoTimeThatTheClockCannotShow(String time) {
        assertThatThrownBy(() -> FlipperLimits.requireClock(Instant.parse(time)))
                .isInstanceOf(DeviceException.Unsupported.class);
    }
}
