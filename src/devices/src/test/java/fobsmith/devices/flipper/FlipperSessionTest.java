package fobsmith.devices.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlipperSessionTest {
    private static final String SERIAL = ScriptedFlipper.SERIAL;
    private static final OtpProfile.Totp OTP = new OtpProfile.Totp(HmacAlgorithm.SHA256, 8, Duration.ofSeconds(60));
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:20:29.600Z"));

    /** RFC 6238's seed for SHA-1 in base32, as RFC 4648 section 6 has it. */
    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final ScriptedFlipper flipper = new ScriptedFlipper();
    private final FlipperSession session = Scripts.open(flipper);

    @AfterEach
    void close() {
        session.close();
        assertThat(flipper.closed()).isTrue();
    }

    @Test
    void tellsTheChipsNumberInCapitals() {
        assertThat(session.serial()).isEqualTo("00112233AABBCCDD");
        assertThat(flipper.typed()).containsExactly("^C", "", "device_info");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00112233aabbccd", "00112233aabbccdde", "00112233aabbccdx"})
    void takesNoFlipperWithoutANumber(String uid) {
        var nameless = new ScriptedFlipper();
        nameless.to("device_info").say(ScriptedFlipper.info(uid));
        assertThatThrownBy(() -> Scripts.open(nameless)).isInstanceOf(DeviceException.Malformed.class);
        assertThat(nameless.closed()).isTrue();
    }

    @Test
    void readsTheClockAsUtc() {
        assertThat(session.readClock()).isEqualTo(Instant.parse("2026-11-23T10:20:30Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-23 10:20:30\r\n", "2026-13-23 10:20:30 1\r\n", "2026-02-30 10:20:30 8\r\n"})
    void takesNoTimeThatThereIsNot(String shown) {
        flipper.to("date").say(shown);
        assertThatThrownBy(session::readClock).isInstanceOf(DeviceException.Malformed.class);
    }

    @Test
    void setsClockAndZoneAndTypesTheSeedBehindStars() {
        flipper.to("totp ls --tsv")
                .say(ScriptedFlipper.NO_TOKENS, ScriptedFlipper.list("1\tdemo:" + SERIAL + ":07\tsha256\t8\ttotp"));
        flipper.typed();
        write(7);
        assertThat(flipper.typed())
                .containsExactly(
                        "totp ls --tsv",
                        "date 2026-11-23 10:20:30 1",
                        "totp tz 0",
                        "totp add \"demo:" + SERIAL + ":07\" -t totp -a sha256 -e base32 -d 8 -l 60",
                        BASE32,
                        "totp ls --tsv");
    }

    @Test
    void namesTheFirstProfileAfterTheSerialNumberAlone() {
        flipper.to("totp ls --tsv")
                .say(ScriptedFlipper.NO_TOKENS, ScriptedFlipper.list("1\tdemo:" + SERIAL + "\tsha256\t8\ttotp"));
        write(0);
        assertThat(flipper.typed()).anyMatch(line -> line.startsWith("totp add \"demo:" + SERIAL + "\" "));
    }

    @ParameterizedTest
    @CsvSource({"demn, sha256, 8, totp", "demo, sha1, 8, totp", "demo, sha256, 6, totp", "demo, sha256, 8, hotp"})
    void takesNothingForWrittenThatIsNotListed(String title, String algorithm, String digits, String type) {
        flipper.to("totp ls --tsv")
                .say(
                        ScriptedFlipper.NO_TOKENS,
                        ScriptedFlipper.list(String.join("\t", "1", title + ":" + SERIAL, algorithm, digits, type)));
        assertThatThrownBy(() -> write(0))
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessage("profile 0 is not listed as it was written");
    }

    @Test
    void tellsItsProfilesByWhatFollowsTheTitle() {
        flipper.to("totp ls --tsv")
                .say(ScriptedFlipper.list(
                        "1\tbank\tsha1\t6\ttotp",
                        "2\tother:" + SERIAL + "\tsha1\t6\ttotp",
                        "3\t" + SERIAL + ":02\tsha1\t6\ttotp",
                        "4\tx" + SERIAL + ":03\tsha1\t6\ttotp"));
        assertThat(session.carriesSeed(0)).isTrue();
        assertThat(session.carriesSeed(1)).isFalse();
        assertThat(session.carriesSeed(2)).isTrue();
        assertThat(session.carriesSeed(3)).isFalse();
    }

    @Test
    void neverOverwritesASeed() {
        flipper.to("totp ls --tsv").say(ScriptedFlipper.list("1\tx:" + SERIAL + "\tsha1\t6\ttotp"));
        flipper.typed();
        assertThatThrownBy(() -> write(0))
                .isInstanceOf(DeviceException.Refused.class)
                .hasMessage("profile 0 of Flipper " + SERIAL + " carries a seed, which is never overwritten");
        assertThat(flipper.typed()).containsExactly("totp ls --tsv");
    }

    @Test
    void deletesEveryTokenOfAProfileAndNoOther() {
        var mine = "x:" + SERIAL + "\tsha1\t6\ttotp";
        flipper.to("totp ls --tsv")
                .say(
                        ScriptedFlipper.list("1\tbank\tsha1\t6\ttotp", "2\t" + mine, "3\t" + mine),
                        ScriptedFlipper.list("1\tbank\tsha1\t6\ttotp", "2\t" + mine),
                        ScriptedFlipper.list("1\tbank\tsha1\t6\ttotp"));
        flipper.typed();
        session.erase(0);
        assertThat(flipper.typed())
                .containsExactly(
                        "totp ls --tsv",
                        "totp cat 2 --tsv",
                        "totp delete 2 -f",
                        "totp ls --tsv",
                        "totp cat 2 --tsv",
                        "totp delete 2 -f",
                        "totp ls --tsv");
    }

    @Test
    void doesNotBelieveThatWhatIsStillListedWasDeleted() {
        flipper.to("totp ls --tsv").say(ScriptedFlipper.list("1\tx:" + SERIAL + "\tsha1\t6\ttotp"));
        assertThatThrownBy(() -> session.erase(0)).isInstanceOf(DeviceException.Malformed.class);
        flipper.to("totp delete ").say("\u001b[96mUser has not confirmed\u001b[0m\r\n");
        assertThatThrownBy(() -> session.erase(0)).isInstanceOf(DeviceException.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#\tName\tAlgo\tLn\tType\r\n2\tbank\tsha1\t6\ttotp\r\n",
                "#\tName\tAlgo\tLn\tType\r\n1\tbank\tsha1\t6\ttotp\r\n3\tx\tsha1\t6\ttotp\r\n",
                "1\tbank\tsha1\t6\ttotp\r\n",
                "| 1   | bank                      | sha1   | 6  | totp |\r\n"
            })
    void takesNoListWithGaps(String list) {
        flipper.to("totp ls --tsv").say(list);
        assertThatThrownBy(() -> session.carriesSeed(0)).isInstanceOf(DeviceException.Malformed.class);
    }

    @Test
    void opensTheAuthenticatorWhereItIsNotOpen() {
        flipper.to("totp ls --tsv").say(ScriptedFlipper.NO_TOTP, ScriptedFlipper.NO_TOTP, ScriptedFlipper.NO_TOKENS);
        flipper.typed();
        assertThat(session.carriesSeed(0)).isFalse();
        assertThat(flipper.typed())
                .containsExactly("totp ls --tsv", "loader open Authenticator", "totp ls --tsv", "totp ls --tsv");
    }

    @Test
    void saysThatTheAuthenticatorDoesNotOpen() {
        flipper.to("totp ls --tsv").say(ScriptedFlipper.NO_TOTP);
        assertThatThrownBy(() -> session.carriesSeed(0))
                .isInstanceOf(DeviceException.Refused.class)
                .hasMessage("the Authenticator does not open on the Flipper");
    }

    @Test
    void saysThatThePinHasToBeEnteredOnTheDevice() {
        flipper.to("totp ls --tsv").say("Pleases enter PIN on your flipper device\r\n", ScriptedFlipper.NO_TOKENS);
        flipper.typed();
        assertThatThrownBy(() -> session.carriesSeed(0))
                .isInstanceOfSatisfying(
                        DeviceException.Refused.class,
                        refused -> assertThat(refused.advice()).isEqualTo("enter the PIN on the device"));
        assertThat(flipper.typed()).containsExactly("totp ls --tsv", "^C");
        assertThat(session.carriesSeed(0)).isFalse();
    }

    @Test
    void stopsWhereClockOrZoneIsNotTaken() {
        flipper.to("date ").say("Invalid datetime data\r\n");
        assertThatThrownBy(() -> write(0)).isInstanceOf(DeviceException.Refused.class);
        flipper.to("date ").say("New datetime is: 2026-11-23 10:20:30 1\r\n");
        flipper.to("totp tz 0").say("Invalid timezone offset\r\n");
        assertThatThrownBy(() -> write(0)).isInstanceOf(DeviceException.Refused.class);
        assertThat(flipper.typed()).noneMatch(line -> line.startsWith("totp add"));
    }

    private void write(int profile) {
        try (var seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII))) {
            session.write(profile, OTP, seed, "demo", CLOCK);
        }
    }
}
