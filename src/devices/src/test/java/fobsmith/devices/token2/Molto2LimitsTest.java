package fobsmith.devices.token2;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Molto2LimitsTest {
    private static final OtpProfile STANDARD = OtpProfile.Totp.STANDARD;

    @ParameterizedTest
    @CsvSource({"0, SHA1, 6, 30, 1, a", "99, SHA256, 8, 60, 63, twelve chars", "50, SHA1, 10, 30, 20, ~!@ #"})
    void lets(int profile, HmacAlgorithm algorithm, int digits, int step, int bytes, String title) {
        assertThatCode(() -> Molto2Limits.requireFits(
                        profile, new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step)), bytes, title))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 7, 30, codes of 7 digits",
        "SHA512, 6, 30, SHA512",
        "SHA1, 6, 15, every 15 s",
        "SHA256, 8, 90, every 90 s"
    })
    void namesCodesThatItCannotShow(HmacAlgorithm algorithm, int digits, int step, String named) {
        assertRefused(0, new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step)), 20, "demo", named);
    }

    @Test
    void countsNoEvents() {
        assertRefused(0, new OtpProfile.Hotp(HmacAlgorithm.SHA1, 6), 20, "demo", "events");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 100, 256})
    void namesAProfileThatItDoesNotHave(int profile) {
        assertRefused(profile, STANDARD, 20, "demo", "no profile %d (0 to 99)".formatted(profile));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 64, 255})
    void namesASeedThatIsTooLong(int bytes) {
        assertRefused(0, STANDARD, bytes, "demo", "a seed of %d bytes".formatted(bytes));
    }

    @Test
    void namesATitleThatItCannotShow() {
        assertRefused(0, STANDARD, 20, "", "0 characters");
        assertRefused(0, STANDARD, 20, "thirteen char", "13 characters");
        assertRefused(0, STANDARD, 20, "Zo\u00eb", "Zo\u00eb");
        assertRefused(0, STANDARD, 20, "a\tb", "ASCII");
    }

    private static void assertRefused(int profile, OtpProfile otp, int bytes, String title, String named) {
        assertThatThrownBy(() -> Molto2Limits.requireFits(profile, otp, bytes, title))
                .isInstanceOf(DeviceException.Unsupported.class)
                .hasMessageContaining(named);
    }
}
