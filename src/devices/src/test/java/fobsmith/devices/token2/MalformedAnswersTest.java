package fobsmith.devices.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Garbage, short, long and repeated answers, and each status word. */
class MalformedAnswersTest {
    private static final String INFO = ScriptedMolto2.INFO_OF_2024;
    private static final String BLOCK = ScriptedMolto2.EMPTY;

    private final ScriptedMolto2 token = new ScriptedMolto2();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "90",
                "9000",
                "ffffffffffffffff9000",
                "0000000000006592008090009000",
                "00000000000065920080" + "9000",
                "000000010000065920080" + "09000",
                "0000000131" + "0000" + "659200" + "9000",
                "0000000131" + "0000" + "6592008000" + "9000",
                "0000000120" + "0000" + "65920080" + "9000",
                "000000017f" + "0000" + "65920080" + "9000",
                "0000000100" + "0000" + "65920080" + "9000",
                "00000002" + "31c3" + "0000" + "65920080" + "9000"
            })
    void refusesInfoThatIsNotAsPublished(String answer) {
        token.to("8041000000").say(answer);
        assertThatThrownBy(() -> Molto2Session.open(token)).isInstanceOf(DeviceException.Malformed.class);
        assertThat(token.closed()).isTrue();
    }

    @Test
    void refusesInfoThatCameTwice() {
        token.to("8041000000").say(INFO + INFO);
        assertThatThrownBy(() -> Molto2Session.open(token)).isInstanceOf(DeviceException.Malformed.class);
    }

    @Test
    void refusesABlockThatIsNotAsPublished() {
        try (var session = Molto2Session.open(token)) {
            for (var answer : new String[] {
                "",
                "9000",
                INFO,
                BLOCK + BLOCK,
                BLOCK.replace("9000", "009000"),
                BLOCK.replace("011e06009000", "011e069000"),
                BLOCK.replace("011e06009000", "011e06029000"),
                BLOCK.replace("011e06009000", "011e06ff9000"),
                BLOCK.replace("951f", "941f"),
                BLOCK.replace("951f", "9520"),
                BLOCK.replace("701d", "711d"),
                BLOCK.replace("701d", "701c")
            }) {
                token.to("8041").say(answer);
                assertThatThrownBy(() -> session.carriesSeed(5))
                        .as(answer)
                        .isInstanceOf(DeviceException.Malformed.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "900000", "90009000", "009000", "006983"})
    void refusesMoreOrLessThanAStatusWordInAnswerToAnOrder(String answer) {
        try (var session = Molto2Session.open(token);
                var key = session.factoryCredential().orElseThrow();
                var seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII))) {
            token.to("80e6").say(answer);
            assertThatThrownBy(() -> session.erase(5)).isInstanceOf(DeviceException.Malformed.class);
            session.unlock(key);
            for (var order : new String[] {"84d4", "84c5", "84d5"}) {
                token.to(order).say(answer);
                assertThatThrownBy(() -> write(session, seed)).as(order).isInstanceOf(DeviceException.Malformed.class);
                token.to(order).say("9000");
            }
            token.to("84d7").say(answer);
            assertThatThrownBy(() -> session.changeCredential(key)).isInstanceOf(DeviceException.Malformed.class);
            token.to("80ce").say(answer);
            assertThatThrownBy(() -> session.unlock(key)).isInstanceOf(DeviceException.Malformed.class);
        }
    }

    @Test
    void refusesARefusalThatBringsData() {
        token.to("8041000000").say("006d00");
        assertThatThrownBy(() -> Molto2Session.open(token)).isInstanceOf(DeviceException.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "6700, expects another length",
        "6983, is not unlocked or the command's MAC is wrong",
        "6a80, does not take these data",
        "6a83, has no such profile or nothing in it",
        "6d00, does not know this instruction",
        "6e00, does not know this class of instructions",
        "6ffb, does not want to be told how long its answer is",
        "6f00, does not name this status",
        "6305, does not name this status"
    })
    void saysInASentenceWhatEachStatusWordMeans(String status, String meaning) {
        try (var session = Molto2Session.open(token);
                var key = session.factoryCredential().orElseThrow();
                var seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII))) {
            session.unlock(key);
            token.to("84c5").say(status);
            assertThatThrownBy(() -> write(session, seed))
                    .isInstanceOfSatisfying(
                            DeviceException.Refused.class,
                            refused -> assertThat(refused.status().orElseThrow())
                                    .hasToString(status.toUpperCase(java.util.Locale.ROOT)))
                    .hasMessageStartingWith("SEED was refused: ")
                    .message()
                    .satisfies(message -> assertThat(message.replace(",", "")).contains(meaning));
        }
    }

    @Test
    void expectsTheButtonToBeAskedForWithANewKeyOnly() {
        try (var session = Molto2Session.open(token);
                var key = session.factoryCredential().orElseThrow();
                var seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII))) {
            session.unlock(key);
            token.to("84c5").say("9060");
            assertThatThrownBy(() -> write(session, seed)).isInstanceOf(DeviceException.Malformed.class);
        }
    }

    private static void write(Molto2Session session, Seed seed) {
        session.write(
                5, OtpProfile.Totp.STANDARD, seed, "demo", InstantSource.fixed(Instant.parse("2024-01-01T00:00:00Z")));
    }
}
