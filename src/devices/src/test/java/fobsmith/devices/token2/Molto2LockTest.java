package fobsmith.devices.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.Instruction;
import fobsmith.devices.TokenCredential;
import java.util.Arrays;
import java.util.HexFormat;
import org.assertj.core.api.AbstractThrowableAssert;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Molto2LockTest {
    private final ScriptedMolto2 token = new ScriptedMolto2();
    private final Molto2Session session = Molto2Session.open(token);
    private final TokenCredential factory = session.factoryCredential().orElseThrow();

    @AfterEach
    void close() {
        session.close();
        factory.close();
    }

    @ParameterizedTest
    @CsvSource({"6309, 9", "6304, 4", "6300, 0", "63c9, 9", "63c4, 4", "63c0, 0"})
    void saysHowManyTriesAreLeftInEitherWayOfCounting(String answer, int left) {
        token.to("80ce").say(answer);
        assertUnlocking()
                .hasMessage("the Molto2 did not take this customer key; %d tries left".formatted(left))
                .isInstanceOfSatisfying(
                        DeviceException.WrongCredential.class,
                        wrong -> assertThat(wrong.triesLeft()).isEqualTo(left));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6303", "6301", "6300", "63c3", "63c1", "63c0"})
    void neverSpendsTheLastTries(String answer) {
        token.to("80ce").say(answer);
        assertUnlocking().isInstanceOf(DeviceException.WrongCredential.class);
        token.asked();
        token.to("80ce").say("9000");
        assertUnlocking().isInstanceOf(DeviceException.Refused.class).hasMessageContaining("tries left");
        assertThat(token.asked()).isEmpty();
    }

    @Test
    void triesAgainWhileMoreThanThreeTriesAreLeft() {
        token.to("80ce").say("63c4", "9000");
        assertUnlocking().isInstanceOf(DeviceException.WrongCredential.class);
        session.unlock(factory);
    }

    @Test
    void asksForAFreshChallengeEachTime() {
        token.to("80ce").say("6305");
        assertUnlocking().isInstanceOf(DeviceException.WrongCredential.class);
        assertUnlocking().isInstanceOf(DeviceException.WrongCredential.class);
        assertThat(token.asked().stream().filter("804b080000"::equals)).hasSize(2);
    }

    @Test
    void isLockedAgainAfterAWrongKey() {
        session.unlock(factory);
        token.to("80ce").say("6305");
        assertUnlocking().isInstanceOf(DeviceException.WrongCredential.class);
        assertThatThrownBy(() -> session.changeCredential(factory)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysThatTheTokenTakesNoKeyAnyMore() {
        token.to("80ce").say("6983");
        assertUnlocking()
                .isInstanceOf(DeviceException.Refused.class)
                .hasMessage("the Molto2 takes no customer key any more (6983)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9000", "010203040506079000", "01020304050607089000" + "9000", "6d", ""})
    void refusesAChallengeOfAnotherLength(String answer) {
        token.to("804b080000").say(answer);
        assertUnlocking().isInstanceOf(DeviceException.Malformed.class);
        assertThat(token.asked()).noneMatch(command -> command.startsWith("80ce"));
    }

    @Test
    void tellsTheNextKeyEncryptedAndSaysWhatTheOperatorHasToDo() {
        session.unlock(factory);
        token.asked();
        try (var next = TokenCredential.adopt("a new customer key".getBytes(US_ASCII))) {
            assertThat(session.changeCredential(next)).contains(Instruction.PRESS_UP_ARROW);

            var sent = token.asked().getFirst();
            assertThat(sent).startsWith("84d7000024").hasSize(2 * (5 + 0x24));
            assertThat(decrypted(sent.substring(10, 74)))
                    .isEqualTo("00" + HexFormat.of().formatHex(CustomerKey.sm4Bytes(next)) + "80" + "00".repeat(14));
        }
    }

    @Test
    void takesNoChangedKeyThatWasNotConfirmedAtTheButton() {
        session.unlock(factory);
        token.to("84d7").say("9000");
        assertThatThrownBy(() -> session.changeCredential(factory))
                .isInstanceOf(DeviceException.Malformed.class)
                .hasMessageContaining("up arrow");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertUnlocking() {
        return assertThatThrownBy(() -> session.unlock(factory));
    }

    private static String decrypted(String hex) {
        var blocks = HexFormat.of().parseHex(hex);
        var cipher = new SM4Engine();
        cipher.init(false, new KeyParameter(KnownAnswers.bytes("customer-key.sm4")));
        for (int at = 0; at < blocks.length; at += 16) {
            cipher.processBlock(Arrays.copyOf(blocks, blocks.length), at, blocks, at);
        }
        return HexFormat.of().formatHex(blocks);
    }
}
