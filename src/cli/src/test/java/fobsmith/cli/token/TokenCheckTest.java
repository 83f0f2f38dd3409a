package fobsmith.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Printed;
import fobsmith.cli.Terminal;
import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator with a fob in hand that never validates. */
class TokenCheckTest {
    private static final SerialNumber FOB = new SerialNumber.Hardware("GAHT12345678");

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private TestRegistry station;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = new TestRegistry(folder, clock);
        station.fob(FOB.value());
    }

    @AfterEach
    void close() {
        station.close();
    }

    /** The fob's seed, with codes made in this way, by a clock that is so much ahead of ours. */
    private String code(OtpProfile.Totp profile, Duration ahead) {
        try (var seed = TestRegistry.seedOf(FOB)) {
            return Codes.code(seed, profile, clock.instant().plus(ahead)).reveal();
        }
    }

    private Printed check(String first, String second) {
        return Terminal.on(station.file(), clock).type("token", "check", FOB.value(), first, second);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1,   6, 60, 'a time step of 60 s, not 30 s;'",
        "SHA1,   8, 30, '8 digits, not 6;'",
        "SHA256, 6, 30, 'SHA256, not SHA1;'",
        "SHA512, 8, 60, 'a time step of 60 s, not 30 s, and of 8 digits, not 6, and of SHA512, not SHA1;'",
    })
    void saysWhatTheSeedFileIsWrongAbout(HmacAlgorithm hash, int digits, int step, String difference) {
        var profile = new OtpProfile.Totp(hash, digits, Duration.ofSeconds(step));
        var refused = check(code(profile, profile.timeStep().negated()), code(profile, Duration.ZERO));
        assertThat(refused.status()).isOne();
        assertThat(refused.err())
                .startsWith(
                        "fobsmith: token GAHT12345678: its codes are those of " + difference + " its clock would be ")
                .contains("hint: its seed file is wrong about that");
    }

    @Test
    void saysWhatWasTypedWrongly() {
        var standard = OtpProfile.Totp.STANDARD;
        var now = code(standard, Duration.ZERO);
        var next = code(standard, Duration.ofSeconds(30));
        assertThat(check(now, now).err()).contains("the same code was typed twice");
        assertThat(check(next, now).err()).contains("the newer code was typed first");
        assertThat(check(now, code(standard, Duration.ofSeconds(60))).err()).contains("but 1 other lies between them");
    }

    @Test
    void saysThatAClockStoodStill() {
        var standard = OtpProfile.Totp.STANDARD;
        var weekAgo = Duration.ofDays(-7);
        assertThat(check(code(standard, weekAgo.minusSeconds(30)), code(standard, weekAgo))
                        .err())
                .contains("both codes are its own, but its clock is 7 days slow", "hint: it stood still");
    }

    @Test
    void blamesNoSeedFileForAClockThatGoesWrong() {
        var standard = OtpProfile.Totp.STANDARD;
        check(code(standard, Duration.ofSeconds(-30)), code(standard, Duration.ZERO))
                .ok();
        var ahead = Duration.ofMinutes(40);
        var refused = check(code(standard, ahead.minusSeconds(30)), code(standard, ahead));
        assertThat(refused.err())
                .contains("both codes are its own, but its clock")
                .doesNotContain("seed file");
    }

    @Test
    void anExplanationUsesUpNoCode() {
        var standard = OtpProfile.Totp.STANDARD;
        var now = code(standard, Duration.ZERO);
        var next = code(standard, Duration.ofSeconds(30));
        assertThat(check(next, now).status()).isOne();
        check(now, next).ok();
    }

    @Test
    void aFailedCheckIsOneWrongCode() {
        var standard = OtpProfile.Totp.STANDARD;
        var now = code(standard, Duration.ZERO);
        var next = code(standard, Duration.ofSeconds(30));
        for (int wrong = 0; wrong < 5; wrong++) {
            assertThat(check(next, now).err()).contains("the newer code was typed first");
        }
        check(now, next).ok();
    }

    @Test
    void asksForTheCodesThatWereNotGiven() {
        var standard = OtpProfile.Totp.STANDARD;
        var typed = "%s\n %s \n".formatted(code(standard, Duration.ZERO), code(standard, Duration.ofSeconds(30)));
        var terminal =
                new Terminal(clock, Map.of("FOBSMITH_REGISTRY", station.file().toString()), new StringReader(typed));
        var checked = terminal.type("token", "check", FOB.value());
        assertThat(checked.status()).isZero();
        assertThat(checked.out()).startsWith("this is GAHT12345678; its clock is ");
        assertThat(checked.err()).isEqualTo("code that the token shows: the code it shows next: ");
    }
}
