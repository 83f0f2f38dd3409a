package fobsmith.devices.ykoath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each model, and each age of it, tells its serial number. */
class SerialNumbersTest {
    private static final String SELECT_SOLO = "00a4040009a00000084700000001";

    private final ScriptedCard card = new ScriptedCard();

    private YkOathSession open() {
        return YkOathSession.open(card, YkOathModel.YUBIKEY, new SecureRandom());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6a82", "6d00", "6b00"})
    void readsTheSerialNumberOfOlderKeysFromTheOtpApplication(String absent) {
        card.to(ScriptedCard.SELECT_MANAGEMENT).say(absent);
        card.to(ScriptedCard.SELECT_OTP).say("0403040105059000");
        card.to("0001100000").say("00bc614e9000");
        try (var session = open()) {
            assertThat(session.serial()).isEqualTo("YUBIKEY-12345678");
        }
    }

    @Test
    void readsTheSerialNumberThereTooWhereTheConfigurationLacksIt() {
        card.to(ScriptedCard.READ_CONFIG).say("040102023f9000", "6d00");
        card.to(ScriptedCard.SELECT_OTP).say("0403040105059000");
        card.to("0001100000").say("fffffffe9000");
        for (int i = 0; i < 2; i++) {
            try (var session = open()) {
                assertThat(session.serial()).isEqualTo("YUBIKEY-4294967294");
            }
        }
    }

    @Test
    void readsTheSerialNumberOfACanoKeyFromItsAdminApplication() {
        card.to("00a4040005f000000000").say("9000");
        card.to("0032000000").say("0012ab349000");
        try (var session = YkOathSession.open(card, YkOathModel.CANOKEY, new SecureRandom())) {
            assertThat(session.serial()).isEqualTo("CANOKEY-0012AB34");
        }
    }

    @Test
    void readsTheSerialNumberOfANitrokey3FromTheOathApplication() {
        card.to(ScriptedCard.SELECT_OATH).say("7903040b00" + "7108" + ScriptedCard.SALT + "8f04a1b2c3d4" + "9000");
        try (var session = YkOathSession.open(card, YkOathModel.NITROKEY_3, new SecureRandom())) {
            assertThat(session.serial()).isEqualTo("NITROKEY3-A1B2C3D4");
        }
    }

    /** Also where the other tells one: a key that is called otherwise after an update of its firmware would be another key. */
    @Test
    void readsTheSerialNumberOfASolo2FromItsAdminApplicationBeforeTheOathApplication() {
        card.to(ScriptedCard.SELECT_OATH).say("7903040404" + "7108" + ScriptedCard.SALT + "8f04a1b2c3d4" + "9000");
        card.to(SELECT_SOLO).say("9000", "6a82");
        card.to("0062000000").say("5a1b2c3d4e5f60718293a4b5c6d7e8f99000");
        try (var session = YkOathSession.open(card, YkOathModel.SOLO_2, new SecureRandom())) {
            assertThat(session.serial()).isEqualTo("SOLO2-5A1B2C3D4E5F60718293A4B5C6D7E8F9");
        }
        try (var session = YkOathSession.open(card, YkOathModel.SOLO_2, new SecureRandom())) {
            assertThat(session.serial()).isEqualTo("SOLO2-A1B2C3D4");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5a1b2c3d9000", "9000", "5a1b2c3d4e5f60718293a4b5c6d7e8f9009000"})
    void refusesASolo2WhoseNumberIsOfAnotherLength(String answer) {
        card.to(SELECT_SOLO).say("9000");
        card.to("0062000000").say(answer);
        assertThatThrownBy(() -> YkOathSession.open(card, YkOathModel.SOLO_2, new SecureRandom()))
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessageEndingWith("instead of 16");
    }

    @Test
    void saysThatATokenDoesNotTellItsSerialNumber() {
        card.to(ScriptedCard.SELECT_MANAGEMENT).say("6a82");
        card.to(ScriptedCard.SELECT_OTP).say("6a82");
        card.to("00a4040005f000000000").say("9000");
        card.to("0032000000").say("000000009000");
        card.to(SELECT_SOLO).say("9000");
        card.to("0062000000").say("00".repeat(16) + "9000");
        for (var model : YkOathModel.values()) {
            assertThatThrownBy(() -> YkOathSession.open(card, model, new SecureRandom()))
                    .as(model.title())
                    .isInstanceOf(DeviceException.Unsupported.class)
                    .hasMessageContaining("does not tell its serial number");
        }
        assertThat(card.closed()).isTrue();
    }
}
