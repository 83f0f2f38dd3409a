package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Byte for byte what ykman 4.0.9 (Yubico/yubikey-manager) was recorded to send, and what the firmware of canokeys/canokey-core
 * was recorded to answer.
 */
class YkOathKnownAnswersTest {
    private static final String KEY = "3132333435363738393031323334353637383930";
    private static final String VALIDATE =
            "00a3000020" + "7514ae4dc7a496a24c5983f051b1aa30f40cb7c75d07" + "7408daa80417b9182878";
    private static final String VALIDATED = "7514c870a3e5d30db5d00c32b7529c755ee7765ab1be9000";
    static final String SET_CODE = "0003000033" + "731121bc0287ad5d42b9ad13383a3712683487" + "74084f3aa2d5a44bc428"
            + "75142503ab86b660f36916b59720cb4d2f66b9bc7b37";

    private final ScriptedCard card = new ScriptedCard();
    private final Queue<byte[]> challenges = new ArrayDeque<>();

    private YkOathSession open() {
        return YkOathSession.open(card, YkOathModel.YUBIKEY, challenges::remove);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "30, Acme, sha1six, SHA1, 6, " + KEY + ", false, 710c41636d653a7368613173697873162106" + KEY,
        "30, Short, two, SHA1, 6, 0000, false, 710953686f72743a74776f73102106" + "0000000000000000000000000000",
        "30, Acme, touchy, SHA1, 6, " + KEY + ", true, 710b41636d653a746f756368797316" + "2106" + KEY + "7802",
        "60, Acme, sha512eight60, SHA512, 8, " + KEY + KEY + KEY + "31323334"
                + ", false, 711536302f41636d653a736861353132656967687436307342" + "2308" + KEY + KEY + KEY + "31323334"
    })
    void putsWhatYkmanPuts(
            int step,
            String issuer,
            String name,
            HmacAlgorithm algorithm,
            int digits,
            String key,
            boolean touch,
            String expected) {
        var otp = new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(step));
        try (var seed = Seed.adopt(hex(key))) {
            var body = PutBody.of(new CredentialId(otp.timeStep(), issuer, name), otp, seed, touch);
            assertThat(HexFormat.of().formatHex(body)).isEqualTo(expected);
        }
    }

    /** RFC 2104 section 2: a longer key stands for its hash; the block of SHA-512 has 128 bytes. */
    @ParameterizedTest
    @CsvSource({"SHA1, 65, 20", "SHA1, 64, 64", "SHA256, 130, 32", "SHA512, 128, 128", "SHA512, 129, 64", "SHA1, 1, 14"
    })
    void preparesAKeyAsTheHashNeedsIt(HmacAlgorithm algorithm, int length, int sent) {
        var otp = new OtpProfile.Totp(algorithm, 6, Duration.ofSeconds(30));
        try (var seed = Seed.adopt(new byte[length])) {
            assertThat(PutBody.of(CredentialId.timeBased("a"), otp, seed, false))
                    .hasSize(3 + 4 + sent + (sent > 123 ? 1 : 0));
        }
        assertThat(PutBody.preparedLength(length, algorithm)).isEqualTo(sent);
    }

    /** RFC 6238 appendix B, as canokey-core answered. */
    @Test
    void readsTheCodeOfRfc6238() {
        card.to("00a2").say("7605" + "08" + "41397eea" + "9000");
        var listed =
                Listed.of(Tlv.parse(hex(ScriptedCard.entry("21", "rfc-sha1"))).getFirst());
        var otp = new OtpProfile.Totp(HmacAlgorithm.SHA1, 8, Duration.ofSeconds(30));
        var code = new Credentials(new OathCard(card, "CanoKey")).code(listed, otp, Instant.ofEpochSecond(59), false);
        assertThat(code.reveal()).isEqualTo("94287082");
        assertThat(card.asked()).containsExactly("00a2000114" + "71087266632d73686131" + "74080000000000000001");
    }

    @Test
    void readsTheCodesOfRfc4226WhoseFirstDigitMayBeZero() {
        card.to("00a2").say("7605" + "08" + "2c78e04e" + "9000", "7605" + "06" + "80000007" + "9000");
        var listed = Listed.of(Tlv.parse(hex(ScriptedCard.entry("21", "x"))).getFirst());
        var credentials = new Credentials(new OathCard(card, "YubiKey"));
        var eight = new OtpProfile.Totp(HmacAlgorithm.SHA1, 8, Duration.ofSeconds(30));
        // RFC 6238 appendix B, SHA-256 at 59 s: 2c78e04e is 746119246.
        assertThat(credentials.code(listed, eight, Instant.EPOCH, false).reveal())
                .isEqualTo("46119246");
        assertThat(credentials
                        .code(listed, OtpProfile.Totp.STANDARD, Instant.EPOCH, false)
                        .reveal())
                .isEqualTo("000007");
    }

    @Test
    void unlocksByTheRecordedPassword() {
        card.to(ScriptedCard.SELECT_OATH).say(ScriptedCard.LOCKED);
        card.to("00a3").say(VALIDATED);
        challenges.add(hex("daa80417b9182878"));
        try (var session = open();
                var password = TokenCredential.adopt("hunter2".getBytes(US_ASCII))) {
            assertThat(session.locked()).isTrue();
            session.unlock(password);
            assertThat(session.locked()).isFalse();
        }
        assertThat(card.asked()).endsWith(ScriptedCard.SELECT_OATH, VALIDATE);
    }

    @Test
    void setsTheRecordedPasswordAndProvesThatItHolds() {
        card.to(ScriptedCard.SELECT_OATH).say(ScriptedCard.OPEN, ScriptedCard.LOCKED);
        card.to("0003").say("9000");
        card.to("00a3").say(VALIDATED);
        challenges.addAll(List.of(hex("4f3aa2d5a44bc428"), hex("daa80417b9182878")));
        try (var session = open();
                var password = TokenCredential.adopt("hunter2".getBytes(US_ASCII))) {
            assertThat(session.locked()).isFalse();
            assertThat(session.changeCredential(password)).isEmpty();
            assertThat(session.locked()).isFalse();
        }
        assertThat(card.asked()).endsWith(SET_CODE, ScriptedCard.SELECT_OATH, VALIDATE);
    }

    @Test
    void doesNotBelieveATokenThatDoesNotKnowTheKeyItself() {
        card.to(ScriptedCard.SELECT_OATH).say(ScriptedCard.LOCKED);
        card.to("00a3").say(VALIDATED.replace("1be9000", "1bf9000"), "9000", VALIDATED.replace("7514", "7614"));
        try (var session = open();
                var password = TokenCredential.adopt("hunter2".getBytes(US_ASCII))) {
            for (int i = 0; i < 3; i++) {
                challenges.add(hex("daa80417b9182878"));
                assertThatThrownBy(() -> session.unlock(password))
                        .isInstanceOf(DeviceException.Malformed.class)
                        .hasMessageContaining("is not the token that knows the key");
                assertThat(session.locked()).isTrue();
            }
        }
    }
}
