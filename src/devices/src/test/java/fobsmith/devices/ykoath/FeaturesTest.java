package fobsmith.devices.ykoath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gates of Yubico/yubikey-manager, yubikit/oath.py, and the limits of the vendors. */
class FeaturesTest {
    private static Features of(YkOathModel model, String version) {
        var parts = version.split("\\.", -1);
        return Features.of(
                model, new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
    }

    @ParameterizedTest
    @CsvSource({
        "YUBIKEY, 3.4.9, false, false, false, true, true, 32",
        "YUBIKEY, 4.2.5, false, false, false, true, true, 32",
        "YUBIKEY, 4.2.6, false, true, false, true, true, 32",
        "YUBIKEY, 4.3.1, true, true, false, true, true, 32",
        "YUBIKEY, 4.4.2, false, true, false, true, true, 32",
        "YUBIKEY, 5.3.0, true, true, false, true, true, 32",
        "YUBIKEY, 5.3.1, true, true, true, true, true, 32",
        "YUBIKEY, 5.7.0, true, true, true, true, true, 64",
        "CANOKEY, 5.5.5, true, true, true, false, true, 100",
        "NITROKEY_3, 4.11.0, false, true, false, true, false, 50",
        "SOLO_2, 5.7.0, false, false, false, true, false, 50"
    })
    void comeWithModelAndVersion(
            YkOathModel model,
            String version,
            boolean sha512,
            boolean touch,
            boolean rename,
            boolean reset,
            boolean accessKey,
            int credentials) {
        var features = of(model, version);
        assertThat(features.supports(Feature.SHA512)).isEqualTo(sha512);
        assertThat(features.supports(Feature.TOUCH)).isEqualTo(touch);
        assertThat(features.supports(Feature.RENAME)).isEqualTo(rename);
        assertThat(features.supports(Feature.RESET)).isEqualTo(reset);
        assertThat(features.supports(Feature.ACCESS_KEY)).isEqualTo(accessKey);
        assertThat(features.credentials()).isEqualTo(credentials);
    }

    @Test
    void areNamedWhereTheyAreMissing() {
        assertThatThrownBy(() -> of(YkOathModel.CANOKEY, "5.5.5").require(Feature.RESET))
                .isInstanceOf(DeviceException.Unsupported.class)
                .hasMessage("this CanoKey cannot be reset over this link");
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 6, 30, 20, Acme, ''",
        "SHA512, 8, 45, 64, Acme, ''",
        "SHA512, 8, 30, 129, Acme, ''",
        "SHA1, 7, 86400, 255, Acme, ''",
        "SHA1, 10, 30, 20, Acme, codes of 10 digits (6 to 8)",
        "SHA512, 6, 30, 65, Acme, a seed of 65 bytes for SHA512",
        "SHA512, 6, 30, 128, Acme, a seed of 128 bytes for SHA512",
        "SHA1, 6, 30, 0, Acme, a seed of 0 bytes for SHA1",
        "SHA1, 6, 30, 20, a:b, cannot keep the title",
        "SHA1, 6, 30, 20, 1234567890123456789012345678901234567890123456, ''",
        "SHA1, 6, 30, 20, 12345678901234567890123456789012345678901234567, 'a name has 65 bytes'",
        "SHA1, 6, 60, 20, 12345678901234567890123456789012345678901234, 'a name has 65 bytes'"
    })
    void decideWhatFits(HmacAlgorithm algorithm, int digits, int step, int bytes, String title, String refusal) {
        var fit = new Fit(of(YkOathModel.YUBIKEY, "5.4.3"));
        var otp = new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step));
        // 17 bytes, so that 46 of a title fill the 64 with the colon between.
        var account = "YUBIKEY-123456789";
        if (refusal.isEmpty()) {
            fit.require(otp, bytes, title, account);
        } else {
            assertThatThrownBy(() -> fit.require(otp, bytes, title, account))
                    .isInstanceOf(DeviceException.Unsupported.class)
                    .hasMessageContaining(refusal);
        }
    }

    @Test
    void refuseWhatCountsEventsAndWhatTheModelCannotCompute() {
        var fit = new Fit(of(YkOathModel.NITROKEY_3, "4.11.0"));
        assertThatThrownBy(() -> fit.requireCodes(new OtpProfile.Hotp(HmacAlgorithm.SHA1, 6)))
                .isInstanceOf(DeviceException.Unsupported.class);
        assertThatThrownBy(() -> fit.requireCodes(new OtpProfile.Totp(HmacAlgorithm.SHA512, 6, Duration.ofSeconds(30))))
                .hasMessage("this Nitrokey 3 cannot compute codes with SHA512");
        assertThatThrownBy(() -> fit.requireProfile(50)).isInstanceOf(DeviceException.Unsupported.class);
        assertThatThrownBy(() -> fit.requireProfile(-1)).isInstanceOf(DeviceException.Unsupported.class);
        fit.requireProfile(49);
    }
}
