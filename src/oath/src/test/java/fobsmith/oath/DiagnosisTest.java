package fobsmith.oath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stored seed is the one of RFC 6238 appendix B: the text 12345678901234567890. */
class DiagnosisTest {
    private static final OtpProfile.Totp STORED = OtpProfile.Totp.STANDARD;
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:10Z");

    private final Seed stored = seed("12345678901234567890");

    @AfterEach
    void wipe() {
        stored.close();
    }

    private static Seed seed(String text) {
        return Seed.adopt(text.getBytes(US_ASCII));
    }

    private Finding shown(OtpProfile.Totp profile, Seed inToken, Instant tokenTime, int apart) {
        long step = profile.stepAt(tokenTime);
        return Diagnosis.of(
                stored, STORED, Codes.code(inToken, profile, step - apart), Codes.code(inToken, profile, step), NOW);
    }

    @ParameterizedTest
    @CsvSource({"SHA1,6,60", "SHA256,6,30", "SHA512,6,60", "SHA1,8,30", "SHA256,8,60", "SHA1,7,30"})
    void namesTheProfileThatTheCodesAreOf(HmacAlgorithm hash, int digits, int step) {
        var profile = new OtpProfile.Totp(hash, digits, Duration.ofSeconds(step));
        assertThat(shown(profile, stored, NOW.minusSeconds(300), 1))
                .isInstanceOfSatisfying(Finding.OtherProfile.class, found -> {
                    assertThat(found.profile()).isEqualTo(profile);
                    assertThat(found.reading()).isEqualTo(SeedReading.AS_STORED);
                    assertThat(found.offset().earliestMillis()).isBetween(-360_000L, -240_000L);
                });
    }

    @Test
    void knowsHexadecimalThatWasStoredAsText() {
        assertReading(
                SeedReading.HEX_TAKEN_FOR_TEXT,
                "3132333435363738393031323334353637383930".getBytes(US_ASCII),
                "12345678901234567890".getBytes(US_ASCII));
    }

    @Test
    void knowsATextOfHexadecimalThatWasDecoded() {
        var stored = HexFormat.of().parseHex("1234ab1234ab1234ab1234ab1234ab12");
        assertReading(SeedReading.TEXT_TAKEN_FOR_HEX, stored, "1234ab1234ab1234ab1234ab1234ab12".getBytes(US_ASCII));
        assertReading(
                SeedReading.TEXT_TAKEN_FOR_BIG_HEX, stored, "1234AB1234AB1234AB1234AB1234AB12".getBytes(US_ASCII));
    }

    @Test
    void knowsBase32ThatWasStoredAsText() {
        assertReading(
                SeedReading.BASE32_TAKEN_FOR_TEXT,
                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".getBytes(US_ASCII),
                "12345678901234567890".getBytes(US_ASCII));
    }

    @Test
    void knowsATextOfBase32ThatWasDecoded() {
        assertReading(
                SeedReading.TEXT_TAKEN_FOR_BASE32,
                "12345678901234567890".getBytes(US_ASCII),
                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".getBytes(US_ASCII));
    }

    /** ABCDEF22 is hexadecimal, ab cd ef 22, and base32, 00 44 32 16 b5 (RFC 4648 sections 6 and 8). */
    @Test
    void knowsHexadecimalAndBase32TakenForEachOther() {
        var asHex = HexFormat.of().parseHex("abcdef22abcdef22abcdef22abcdef22");
        var asBase32 = Base32.decode("ABCDEF22ABCDEF22ABCDEF22ABCDEF22".getBytes(US_ASCII));
        assertReading(SeedReading.HEX_TAKEN_FOR_BASE32, asBase32, asHex);
        assertReading(SeedReading.BASE32_TAKEN_FOR_HEX, asHex, asBase32);
    }

    private static void assertReading(SeedReading reading, byte[] storedBytes, byte[] tokenBytes) {
        try (var inRegistry = Seed.adopt(storedBytes.clone());
                var inToken = Seed.adopt(tokenBytes.clone())) {
            long step = STORED.stepAt(NOW);
            var finding = Diagnosis.of(
                    inRegistry, STORED, Codes.code(inToken, STORED, step - 1), Codes.code(inToken, STORED, step), NOW);
            assertThat(finding)
                    .isInstanceOfSatisfying(
                            Finding.OtherProfile.class,
                            found -> assertThat(found.reading()).isEqualTo(reading));
        }
    }

    @Test
    void seesTheSameCodeTwice() {
        assertThat(shown(STORED, stored, NOW, 0)).isEqualTo(new Finding.SameTwice());
    }

    @Test
    void seesCodesTypedInTheWrongOrder() {
        assertThat(shown(STORED, stored, NOW, -1)).isEqualTo(new Finding.Swapped());
    }

    @Test
    void seesCodesThatDoNotFollowEachOther() {
        assertThat(shown(STORED, stored, NOW, 3)).isEqualTo(new Finding.Apart(3));
    }

    @ParameterizedTest
    @CsvSource({"2000-01-03T08:00:00Z", "2026-11-11T17:30:00Z", "1970-01-01T10:00:00Z"})
    void findsAClockThatBeganAnewOrStoodStill(Instant tokenTime) {
        assertThat(shown(STORED, stored, tokenTime, 1))
                .isInstanceOfSatisfying(
                        Finding.FarClock.class,
                        found -> assertThat(found.offset().middleMillis())
                                .isCloseTo(
                                        Duration.between(NOW, tokenTime).toMillis(),
                                        org.assertj.core.data.Offset.offset(60_000L)));
    }

    @Test
    void doesNotGuessWhereNothingFits() {
        try (var another = seed("another token's seed")) {
            assertThat(shown(STORED, another, NOW, 1)).isEqualTo(new Finding.Nothing());
        }
    }
}
