package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.CodeReading;
import fobsmith.devices.DeviceException;
import fobsmith.devices.Transport;
import fobsmith.devices.ykoath.SimulatedKey.Kind;
import fobsmith.firmware.ykoath.Touch;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CALCULATE ALL: of the twin, and of a card that answers what a test says. */
class AllCodesTest {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final OtpProfile.Totp STANDARD = OtpProfile.Totp.STANDARD;
    private static final OtpProfile.Totp MINUTES = new OtpProfile.Totp(HmacAlgorithm.SHA256, 8, Duration.ofSeconds(60));
    private static final String CALCULATE_ALL = "00a40001";
    private static final String NAME_A = "710161";

    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));
    private final SimulatedKey key = new SimulatedKey(Kind.YUBIKEY);
    private final Transport twin = key.card();
    private final List<String> asked = new ArrayList<>();
    private final ScriptedCard card = new ScriptedCard();

    @AfterEach
    void close() {
        seed.close();
        key.close();
    }

    private YkOathSession open() {
        return YkOathSession.open(this::ask, YkOathModel.YUBIKEY, CHANCE);
    }

    private byte[] ask(byte[] request) {
        asked.add(HexFormat.of().formatHex(request));
        return twin.exchange(request);
    }

    private void put(String type, String id) {
        var order = "71%02x%s7316%s06%s"
                .formatted(
                        id.length(),
                        HexFormat.of().formatHex(id.getBytes(US_ASCII)),
                        type,
                        "3132333435363738393031323334353637383930");
        ask(HexFormat.of().parseHex("00010000%02x%s".formatted(order.length() / 2, order)));
    }

    private static CodeReading none(String credential, CodeReading.Reason reason) {
        return new CodeReading.None(credential, reason);
    }

    @Test
    void tellsCodesAndWhyOthersTellNone() {
        try (var session = open()) {
            session.write(0, STANDARD, seed, "demo", key.clock);
            session.write(1, MINUTES, seed, "demo", key.clock);
            session.writeTouched(2, STANDARD, seed, "demo");
            put("11", "bank:counts");
            put("21", "Steam:player");
            put("21", "0/never");
            key.twin.touched(Touch.NEVER);
            key.clock.turn(Duration.ofSeconds(30));
            assertThat(session.readAllCodes(key.clock.instant()))
                    .containsExactly(
                            new CodeReading.Code("demo:YUBIKEY-12345678", key.expected(seed, STANDARD)),
                            new CodeReading.Code("60/demo:YUBIKEY-12345678:01", key.expected(seed, MINUTES)),
                            none("demo:YUBIKEY-12345678:02", CodeReading.Reason.TOUCH),
                            none("bank:counts", CodeReading.Reason.COUNTER),
                            none("Steam:player", CodeReading.Reason.UNUSUAL),
                            none("0/never", CodeReading.Reason.UNUSUAL));
        }
    }

    @Test
    void ofAFullKeyComeInOneAnswerOfManyPieces() {
        try (var session = open()) {
            assertThat(session.readAllCodes(key.clock.instant())).isEmpty();
            for (int i = 0; i < 32; i++) {
                put("21", "a rather long name for a credential: number %02d".formatted(i));
            }
            asked.clear();
            assertThat(session.readAllCodes(key.clock.instant()))
                    .hasSize(32)
                    .allSatisfy(one -> assertThat(one)
                            .isEqualTo(new CodeReading.Code(one.credential(), key.expected(seed, STANDARD))));
            assertThat(asked.removeFirst()).startsWith(CALCULATE_ALL);
            assertThat(asked).hasSizeGreaterThan(5).containsOnly("00a5000000");
        }
    }

    @Test
    void areRefusedByALockedKey() {
        try (var session = open();
                var password = session.randomCredential(CHANCE)) {
            session.write(0, STANDARD, seed, "demo", key.clock);
            session.changeCredential(password);
            try (var next = open()) {
                assertThatThrownBy(() -> next.readAllCodes(key.clock.instant()))
                        .isInstanceOf(DeviceException.Refused.class)
                        .hasMessageContaining("6982");
                next.unlock(password);
                assertThat(next.readAllCodes(key.clock.instant())).hasSize(1);
            }
        }
    }

    /** Its firmware has no CALCULATE ALL, so it is not asked. */
    @Test
    void areNotAskedOfANitrokey3() {
        try (var nitrokey = new SimulatedKey(Kind.NITROKEY_3);
                var session = YkOathSession.open(nitrokey.card(), YkOathModel.NITROKEY_3, CHANCE)) {
            assertThatThrownBy(() -> session.readAllCodes(Instant.EPOCH))
                    .isInstanceOf(DeviceException.Unsupported.class)
                    .hasMessageContaining("cannot tell the codes of all its credentials at once");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                NAME_A + "9000",
                NAME_A + "7901069000",
                NAME_A + "75050600000001" + "9000",
                NAME_A + "7604060000019000",
                NAME_A + "77020606" + "9000",
                NAME_A + "7c009000",
                "7100" + "7701069000",
                "720161" + "7701069000",
                NAME_A + "770106" + NAME_A + "9000",
                NAME_A + "77" + "9000",
                NAME_A + "770106" + "6984"
            })
    void thatAreNotAsPublishedAreRefused(String answer) {
        card.to(CALCULATE_ALL).say(answer);
        try (var session = YkOathSession.open(card, YkOathModel.YUBIKEY, CHANCE)) {
            assertThatThrownBy(() -> session.readAllCodes(Instant.EPOCH)).isInstanceOf(DeviceException.Malformed.class);
        }
    }

    /** As a Solo 2 does. */
    @Test
    void mayCountWithoutDigits() {
        card.to(CALCULATE_ALL).say(NAME_A + "7700" + "9000");
        try (var session = YkOathSession.open(card, YkOathModel.YUBIKEY, CHANCE)) {
            assertThat(session.readAllCodes(Instant.EPOCH)).containsExactly(none("a", CodeReading.Reason.COUNTER));
        }
    }

    /** RFC 6238 appendix B, at 59 s: step 1, of which 94287082 is the code. */
    @Test
    void areAskedForByTheTimeStep() {
        card.to(CALCULATE_ALL + "0a74080000000000000001").say(NAME_A + "760508" + "41397eea" + "9000");
        try (var session = YkOathSession.open(card, YkOathModel.YUBIKEY, CHANCE)) {
            assertThat(session.readAllCodes(Instant.ofEpochSecond(59)))
                    .containsExactly(new CodeReading.Code("a", OneTimePassword.parse("94287082")));
        }
    }
}
