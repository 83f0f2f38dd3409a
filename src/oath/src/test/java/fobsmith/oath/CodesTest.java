package fobsmith.oath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
    private static final String DIGITS = "1234567890";

    @ParameterizedTest
    @CsvFileSource(files = "../../fixtures/rfc4226/appendix-d.csv")
    void generatesTheCodesOfRfc4226AppendixD(long counter, String truncatedHex, String truncatedDecimal, String hotp) {
        try (var seed = seed(20)) {
            assertThat(Codes.code(seed, new OtpProfile.Hotp(HmacAlgorithm.SHA1, 6), counter)
                            .reveal())
                    .isEqualTo(hotp);
            assertThat(Codes.code(seed, new OtpProfile.Hotp(HmacAlgorithm.SHA1, 10), counter)
                            .reveal())
                    .isEqualTo("%010d".formatted(Long.parseLong(truncatedDecimal)))
                    .isEqualTo("%010d".formatted(Long.parseLong(truncatedHex, 16)));
        }
    }

    @ParameterizedTest
    @CsvFileSource(files = "../../fixtures/rfc6238/appendix-b.csv")
    void generatesTheCodesOfRfc6238AppendixB(long seconds, HmacAlgorithm algorithm, String totp) {
        int length = switch (algorithm) {
            case SHA1 -> 20;
            case SHA256 -> 32;
            case SHA512 -> 64;
        };
        try (var seed = seed(length)) {
            var now = Instant.ofEpochSecond(seconds);
            assertThat(Codes.code(seed, new OtpProfile.Totp(algorithm, 8, Duration.ofSeconds(30)), now)
                            .reveal())
                    .isEqualTo(totp);
            assertThat(Codes.code(seed, new OtpProfile.Totp(algorithm, 7, Duration.ofSeconds(30)), now)
                            .reveal())
                    .isEqualTo(totp.substring(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"59999,60,0", "60000,60,1", "-1,30,-1", "29999,30,0", "90000,30,3"})
    void countsTimeStepsOfAnyLengthFromTheEpoch(long millis, long stepSeconds, long step) {
        var profile = new OtpProfile.Totp(HmacAlgorithm.SHA1, 6, Duration.ofSeconds(stepSeconds));
        assertThat(profile.stepAt(Instant.ofEpochMilli(millis))).isEqualTo(step);
    }

    @Test
    void refusesProfilesNoTokenHas() {
        assertThatThrownBy(() -> new OtpProfile.Hotp(HmacAlgorithm.SHA1, 9)).hasMessageContaining("9 digits");
        assertThatThrownBy(() -> new OtpProfile.Totp(HmacAlgorithm.SHA1, 6, Duration.ofMillis(500)))
                .hasMessageContaining("whole number of seconds");
        assertThatThrownBy(() -> HmacAlgorithm.parse("MD5")).hasMessageContaining("MD5");
    }

    private static Seed seed(int length) {
        return Seed.adopt(DIGITS.repeat(7).substring(0, length).getBytes(US_ASCII));
    }
}
