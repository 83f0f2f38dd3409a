package fobsmith.oath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtpauthKeyTest {
    @Test
    void writesTheUriThatAwsPutsIntoItsQrCodes() {
        try (var key = new OtpauthKey(seed(), OtpProfile.Totp.STANDARD, "Amazon Web Services", "Bob@123456789012")) {
            assertThat(key.reveal())
                    .isEqualTo("otpauth://totp/Amazon%20Web%20Services:Bob@123456789012"
                            + "?secret=MZXW6YTBOI&issuer=Amazon%20Web%20Services");
        }
    }

    @Test
    void readsBackWhatItWrites() {
        var profile = new OtpProfile.Totp(HmacAlgorithm.SHA256, 8, Duration.ofSeconds(60));
        try (var key = new OtpauthKey(seed(), profile, "Größe+Co", "a b:c");
                var read = OtpauthKey.parse(key.reveal())) {
            assertThat(read.profile()).isEqualTo(profile);
            assertThat(read.issuer()).isEqualTo("Größe+Co");
            assertThat(read.account()).isEqualTo("a b:c");
            byte[] original = key.seed().use(byte[]::clone);
            assertThat(read.seed().use(byte[]::clone)).isEqualTo(original);
        }
    }

    @Test
    void keepsThePlusOfAnAccountAndTheFirstOfTwoParameters() {
        try (var key = OtpauthKey.parse(
                "otpauth://totp/ACME%3A%20bob+token@acme.test?secret=mzxw6ytboi%3D%3D&period=60&period=30&issuer=Acme")) {
            assertThat(key.account()).isEqualTo("bob+token@acme.test");
            assertThat(key.issuer()).isEqualTo("Acme");
            assertThat(key.profile()).isEqualTo(new OtpProfile.Totp(HmacAlgorithm.SHA1, 6, Duration.ofSeconds(60)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "otpauth://totp/x",
                "otpauth://steam/x?secret=MZXW6YTBOI",
                "otpauth://totp/x?secret=",
                "otpauth://totp/x?secret=MZXW0YTBOI",
                "otpauth://totp/x?secret=MZXW6YTBOI&digits=five",
                "otpauth://totp/x?secret=MZXW6YTBOI&algorithm=MD5",
                "otpauth://totp/x?secret=MZXW6YTBOI&period=0",
                "otpauth://totp/%zz?secret=MZXW6YTBOI"
            })
    void refusesWhatItCannotUseAndNeverRepeatsTheSecret(String uri) {
        assertThatThrownBy(() -> OtpauthKey.parse(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("MZXW");
    }

    @Test
    void printsNoSecret() {
        try (var key = new OtpauthKey(seed(), OtpProfile.Totp.STANDARD, "", "bob")) {
            assertThat(key).asString().doesNotContain("MZXW6");
        }
    }

    private static Seed seed() {
        return Seed.adopt("foobar".getBytes(US_ASCII));
    }
}
