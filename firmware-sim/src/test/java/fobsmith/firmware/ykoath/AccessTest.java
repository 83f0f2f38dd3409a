package fobsmith.firmware.ykoath;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.usb.Hex;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The access key: whoever does not know it gets nothing, however he asks. */
class AccessTest extends YubiKeyRig {
    private static final String KEY = "000102030405060708090a0b0c0d0e0f";
    private static final String QUESTION = "1111111111111111";

    private static String hmac(String key, String message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Hex.bytes(key), "RAW"));
            return Hex.text(mac.doFinal(Hex.bytes(message)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String setCode(String key) {
        return Wire.order(
                "00030000",
                Wire.tlv("73", "21" + key) + Wire.tlv("74", QUESTION) + Wire.tlv("75", hmac(key, QUESTION)));
    }

    private static String validate(String key, String challenge) {
        return Wire.order("00a30000", Wire.tlv("75", hmac(key, challenge)) + Wire.tlv("74", QUESTION));
    }

    @BeforeEach
    void setKey() {
        wire.add("a");
        assertThat(wire.send(setCode(KEY))).isEqualTo("9000");
    }

    /** Selects, and returns the card's challenge. */
    private String challenge() {
        return wire.select().substring(34, 50);
    }

    @Test
    void asksWithAFreshChallengeEachTime() {
        assertThat(wire.select()).matches("79030504037108[0-9a-f]{16}7408[0-9a-f]{16}7b01019000");
        assertThat(challenge()).isNotEqualTo(challenge());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00a1000000",
                "000200000371" + "0161",
                "00a20001057101617400",
                "00a400010a74080000000000000001",
                "000500000671016171" + "0162",
                "00030000027300",
                "00a5000000",
            })
    void isAskedForByAllButValidateAndReset(String apdu) {
        challenge();
        assertThat(wire.send(apdu)).isEqualTo("6982");
        assertThat(wire.add("b")).isEqualTo("6982");
        wire = powered();
        assertThat(wire.send(apdu)).isEqualTo("6982");
        assertThat(token.state().credentials()).hasSize(1);
        assertThat(token.state().accessKeySet()).isTrue();
    }

    @Test
    void opensOnceItIsProvenAndProvesItself() {
        var challenge = challenge();
        assertThat(wire.send(validate(KEY, challenge))).isEqualTo("7514" + hmac(KEY, QUESTION) + "9000");
        assertThat(wire.list()).isEqualTo("720221619000");
    }

    @Test
    void staysLockedWhereItIsNotProven() {
        var challenge = challenge();
        assertThat(wire.send(validate("ff" + KEY.substring(2), challenge))).isEqualTo("6a80");
        assertThat(wire.list()).isEqualTo("6982");
        assertThat(wire.send(Wire.order("00a30000", Wire.tlv("75", "00") + Wire.tlv("74", QUESTION))))
                .isEqualTo("6a80");
        assertThat(wire.send("00a3000000")).isEqualTo("6a80");
        assertThat(wire.list()).isEqualTo("6982");
    }

    @Test
    void isNotOpenedByAnOldAnswer() {
        var old = validate(KEY, challenge());
        assertThat(wire.send(old)).endsWith("9000");
        challenge();
        assertThat(wire.send(old)).isEqualTo("6a80");
        assertThat(wire.list()).isEqualTo("6982");
    }

    @Test
    void isNotOpenedByAnAnswerToNoChallenge() {
        token.close();
        token = token(PLAIN, Flash.inMemory());
        wire = powered();
        wire.send(setCode(KEY));
        assertThat(wire.send(validate(KEY, ""))).isEqualTo("6a80");
    }

    @Test
    void isReplacedAndClearedByWhoKnowsIt() {
        wire.send(validate(KEY, challenge()));
        var other = KEY.replace('0', '7');
        assertThat(wire.send(setCode(other))).isEqualTo("9000");
        assertThat(wire.send(validate(KEY, challenge()))).isEqualTo("6a80");
        assertThat(wire.send(validate(other, challenge()))).endsWith("9000");
        assertThat(wire.send("00030000027300")).isEqualTo("9000");
        assertThat(wire.select()).matches("79030504037108[0-9a-f]{16}9000");
        assertThat(token.state().accessKeySet()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "20"})
    void isOfAnAlgorithmThatThereIs(String type) {
        wire.send(validate(KEY, challenge()));
        assertThat(wire.send(setCode(KEY).replace("731121", "7311" + type))).isEqualTo("6a80");
    }

    @Test
    void doesNotKeepAnyoneFromResetting() {
        var salt = wire.select().substring(14, 30);
        assertThat(wire.send("0004dead00")).isEqualTo("9000");
        assertThat(wire.list()).isEqualTo("9000");
        assertThat(wire.select()).matches("79030504037108[0-9a-f]{16}9000").doesNotContain(salt);
    }
}
