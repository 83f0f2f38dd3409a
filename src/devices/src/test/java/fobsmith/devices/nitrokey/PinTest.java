package fobsmith.devices.nitrokey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
    private static final String FACTORY = "3132333435363738" + "00".repeat(17);

    private final ScriptedNitrokey token = new ScriptedNitrokey();
    private final NitrokeyProSession session = Sessions.with(token);
    private final TokenCredential factory = session.factoryCredential().orElseThrow();
    private final TokenCredential userPin = TokenCredential.adopt("123456".getBytes(US_ASCII));

    @AfterEach
    void close() {
        session.close();
        factory.close();
        userPin.close();
    }

    @Test
    void asksHowManyTriesAreLeftBeforeItMakesOne() {
        token.asked();
        session.unlock(factory);
        var sent = token.asked();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).isEqualTo(KnownFrames.GET_RETRIES);
        assertThat(sent.get(1)).startsWith("07" + FACTORY + Sessions.CHANCE);
    }

    @Test
    void saysHowManyTriesAreLeftAfterAWrongPin() {
        token.say(Command.GET_PASSWORD_RETRY_COUNT, "00 03", "00 02");
        token.say(Command.FIRST_AUTHENTICATE, "04");
        assertThatThrownBy(() -> session.unlock(factory))
                .isInstanceOfSatisfying(
                        DeviceException.WrongCredential.class,
                        wrong -> assertThat(wrong.triesLeft()).isEqualTo(2))
                .hasMessage("the token did not take this admin PIN; 2 tries left");
        assertThatThrownBy(() -> session.changeCredential(factory)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void makesATryWithTwoLeftAndNoneWithOne() {
        token.say(Command.GET_PASSWORD_RETRY_COUNT, "00 02");
        session.unlock(factory);
        token.say(Command.GET_PASSWORD_RETRY_COUNT, "00 01");
        token.asked();
        assertThatThrownBy(() -> session.unlock(factory))
                .isInstanceOf(DeviceException.Refused.class)
                .hasMessage("no admin PIN is tried: the token has 1 try left");
        assertThat(token.asked()).containsExactly(KnownFrames.GET_RETRIES);
    }

    @Test
    void makesTheLastTryWhenItIsTold() {
        token.say(Command.GET_PASSWORD_RETRY_COUNT, "00 01");
        session.allowLastCodeTries();
        assertThatThrownBy(() -> session.unlock(factory)).isInstanceOf(DeviceException.Refused.class);
        session.allowLastTries();
        session.unlock(factory);
        token.say(Command.GET_PASSWORD_RETRY_COUNT, "00 00");
        token.asked();
        assertThatThrownBy(() -> session.unlock(factory))
                .isInstanceOf(DeviceException.Refused.class)
                .hasMessageContaining("0 tries left");
        assertThat(token.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 21, 25})
    void triesNoPinThatCannotBeTheTokens(int length) {
        token.asked();
        try (var odd = TokenCredential.adopt(new byte[length])) {
            assertThatThrownBy(() -> session.unlock(odd)).isInstanceOf(DeviceException.Unsupported.class);
        }
        assertThat(token.asked()).isEmpty();
    }

    @Test
    void changesThePinAtOnceAndRemembersTheNewOne() {
        session.unlock(factory);
        token.asked();
        try (var next = TokenCredential.adopt("correct horse".getBytes(US_ASCII))) {
            assertThat(session.changeCredential(next)).isEmpty();
            assertThat(session.changeCredential(factory)).isEmpty();
        }
        var padded = HexFormat.of().formatHex("correct horse".getBytes(US_ASCII)) + "00".repeat(12);
        var sent = token.asked();
        assertThat(sent.get(0)).startsWith("15" + FACTORY + padded);
        assertThat(sent.get(1)).startsWith("15" + padded + FACTORY);
    }

    @Test
    void keepsTheOldPinWhereTheNewOneIsNotTaken() {
        session.unlock(factory);
        token.say(Command.CHANGE_ADMIN_PIN, "0d", "00");
        token.asked();
        assertThatThrownBy(() -> session.changeCredential(factory))
                .isInstanceOf(DeviceException.Refused.class)
                .hasMessage("CHANGE ADMIN PIN was refused: it did not change the admin PIN (status 13)");
        session.changeCredential(factory);
        assertThat(token.asked()).element(1).asString().startsWith("15" + FACTORY);
    }

    @Test
    void makesPinsThatFitAndDiffer() {
        var randomness = new SecureRandom();
        try (var one = session.randomCredential(randomness);
                var other = session.randomCredential(randomness)) {
            assertThat(one).hasToString("TokenCredential[16 bytes]");
            String text = one.use(bytes -> new String(bytes, US_ASCII));
            String another = other.use(bytes -> new String(bytes, US_ASCII));
            assertThat(text).matches("[2-9A-HJ-NP-Za-km-z]{16}").isNotEqualTo(another);
            session.unlock(one);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"05", "09"})
    void doesNotTakeAnotherRefusalForAWrongPin(String status) {
        token.say(Command.FIRST_AUTHENTICATE, status);
        assertThatThrownBy(() -> session.unlock(factory)).isInstanceOf(DeviceException.Refused.class);
    }

    @Test
    void asksHowManyTriesOfTheUserPinAreLeftBeforeItMakesOne() {
        token.say(Command.GET_USER_PASSWORD_RETRY_COUNT, "00 02");
        token.asked();
        session.unlockCodes(userPin);
        var sent = token.asked();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).startsWith("0f00");
        assertThat(sent.get(1)).startsWith("0e" + "313233343536" + "00".repeat(19) + Sessions.CHANCE);
    }

    @Test
    void keepsTheLastTryOfTheUserPinUnlessItIsTold() {
        token.say(Command.GET_USER_PASSWORD_RETRY_COUNT, "00 01");
        token.asked();
        assertThatThrownBy(() -> session.unlockCodes(userPin))
                .isInstanceOf(DeviceException.Refused.class)
                .hasMessage("no user PIN is tried: the token has 1 try left");
        assertThat(token.asked()).hasSize(1);
        session.allowLastTries();
        assertThatThrownBy(() -> session.unlockCodes(userPin)).isInstanceOf(DeviceException.Refused.class);
        session.allowLastCodeTries();
        session.unlockCodes(userPin);
        token.say(Command.GET_USER_PASSWORD_RETRY_COUNT, "00 00");
        assertThatThrownBy(() -> session.unlockCodes(userPin))
                .isInstanceOfSatisfying(
                        DeviceException.Refused.class,
                        refused -> assertThat(refused.advice()).contains("free its user PIN"));
    }

    @Test
    void saysHowManyTriesOfTheUserPinAreLeftAfterAWrongOne() {
        token.say(Command.GET_USER_PASSWORD_RETRY_COUNT, "00 03", "00 02");
        token.say(Command.USER_AUTHENTICATE, "04");
        assertThatThrownBy(() -> session.unlockCodes(userPin))
                .isInstanceOf(DeviceException.WrongCredential.class)
                .hasMessage("the token did not take this user PIN; 2 tries left");
        assertThat(session.codesLocked()).isTrue();
    }

    @Test
    void triesNoUserPinThatCannotBeTheTokens() {
        token.asked();
        try (var odd = TokenCredential.adopt(new byte[5])) {
            assertThatThrownBy(() -> session.unlockCodes(odd))
                    .isInstanceOf(DeviceException.Unsupported.class)
                    .hasMessage("the user PIN of 5 characters does not fit (6 to 20)");
        }
        assertThat(token.asked()).isEmpty();
    }

    @Test
    void isAlwaysLocked() {
        assertThat(session.locked()).isTrue();
    }
}
