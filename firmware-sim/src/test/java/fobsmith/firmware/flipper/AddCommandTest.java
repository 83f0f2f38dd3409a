package fobsmith.firmware.flipper;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.flash.Flash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialogue and its texts as the application's source has them. */
class AddCommandTest extends FlipperRig {
    private static final String ASK = "Enter token secret and confirm with [ENTER]:\\r\\n";
    private static final String ERASE = "\\r\\n\\e[A\\e[2K\\r";
    private static final String ADDED = green("Token \"one\" has been successfully added");
    private static final String UNREADABLE = red("Token secret seems to be invalid and can not be parsed");

    @Test
    void asksForTheSeedAndShowsAsterisks() {
        assertThat(type("totp add one\\r")).isEqualTo("totp add one\\r\\n" + ASK);
        assertThat(type("GEZD")).isEqualTo("****");
        assertThat(type("GNBV\\r")).isEqualTo("****" + ERASE + ADDED + PROMPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "mk", "new"})
    void hasThreeNames(String command) {
        assertThat(type("totp %s one\\rGEZD\\r".formatted(command))).contains(ADDED);
    }

    @Test
    void showsTheSeedWhereToldTo() {
        type("totp add one -u\\r");
        assertThat(type("GEZD\\r")).isEqualTo("GEZD" + ERASE + ADDED + PROMPT);
    }

    @Test
    void takesNamesInQuotesWithBlanks() {
        add("\"ACME: alice\"");
        assertThat(answer("totp ls --tsv")).contains("\\r\\n1\\tACME: alice\\tsha1\\t6\\ttotp\\r\\n");
    }

    @Test
    void takesEveryOption() {
        add("\"ACME:alice\" -A SHA256 -d 8 -l 60 -b enter -b slower -e BASE32 -t totp");
        assertThat(answer("totp cat 1 --tsv"))
                .isEqualTo("Property\\tValue\\r\\nIndex\\t1\\r\\nType\\ttotp\\r\\nName\\tACME:alice\\r\\n"
                        + "Hashing algorithm\\tsha256\\r\\nNumber of digits\\t8\\r\\nToken lifetime\\t60\\r\\n"
                        + "Automation features\\tType <Enter> key at the end\\r\\n\\tType slower\\r\\n");
    }

    @Test
    void takesACounterOf64Bits() {
        add("one -t hotp -i 18446744073709551615");
        assertThat(answer("totp cat 1 --tsv")).contains("Token counter\\t18446744073709551615\\r\\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-x        | Unknown argument \"-x\"\\r\\n",
                "-d        | \\e[91mMissed or incorrect value for argument \"-d\"\\r\\n\\e[0m",
                "-d six    | \\e[91mMissed or incorrect value for argument \"-d\"\\r\\n\\e[0m",
                "-d 7      | \\e[91m\"7\" is incorrect value for argument \"-d\"\\r\\n\\e[0m",
                "-l 14     | \\e[91m\"14\" is incorrect value for argument \"-l\"\\r\\n\\e[0m",
                "-l 256    | \\e[91mMissed or incorrect value for argument \"-l\"\\r\\n\\e[0m",
                "-a md5    | \\e[91m\"md5\" is incorrect value for argument \"-a\"\\r\\n\\e[0m",
                "-t motp   | \\e[91m\"motp\" is incorrect value for argument \"-t\"\\r\\n\\e[0m",
                "-i -1     | \\e[91m\"-1\" is incorrect value for argument \"-i\"\\r\\n\\e[0m",
                "-e hex    | \\e[91m\"hex\" is incorrect value for argument \"-e\"\\r\\n\\e[0m",
                "-b space  | \\e[91m\"space\" is incorrect value for argument \"-b\"\\r\\n\\e[0m",
                "-s        | Unknown argument \"-s\"\\r\\n",
            })
    void refusesBadOptionsBeforeItAsks(String option, String complaint) {
        assertThat(answer("totp add one " + option)).isEqualTo(complaint + INVALID);
        assertThat(answer("totp ls")).isEqualTo("There are no tokens");
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 255})
    void takesTimeStepsFrom15To255(int step) {
        add("one -l " + step);
        assertThat(answer("totp cat 1 --tsv")).contains("Token lifetime\\t%d\\r\\n".formatted(step));
    }

    @Test
    void wantsAName() {
        assertThat(answer("totp add")).isEqualTo(INVALID);
    }

    @Test
    void takesAQuoteThatDoesNotEndForAWord() {
        assertThat(answer("totp add \"ACME alice")).isEqualTo("Unknown argument \"alice\"\\r\\n" + INVALID);
    }

    @Test
    void ignoresKeysThatNoSeedHas() {
        type("totp add one\\r");
        assertThat(type("GE-ZD ;.\\e[A\\xe4")).isEqualTo("****");
    }

    @Test
    void takesKeysOfTheSeedBack() {
        type("totp add one\\r");
        assertThat(type("\\x7fGX\\x7f\\b\\b")).isEqualTo("**\\b \\b\\b \\b");
        type("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\\r");
        // RFC 6238, computed for this moment with another implementation.
        assertThat(flipper.display().display()).isEqualTo("454838");
    }

    @Test
    void canBeCancelled() {
        type("totp add one\\rGEZD");
        assertThat(type("\\x03")).isEqualTo(ERASE + cyan("Cancelled by user") + PROMPT);
        assertThat(answer("totp ls")).isEqualTo("There are no tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GEZD9", "GEZDGNA=", "A", "GEZD/+"})
    void refusesWhatItsBase32DecoderCannotRead(String typed) {
        type("totp add one\\r");
        assertThat(type(typed + "\\r")).endsWith(ERASE + UNREADABLE + PROMPT);
    }

    @Test
    void takesZeroOneAndEightForLetters() {
        type("totp add good\\rOLBOLBOL\\rtotp add bad\\r018018o1\\r");
        assertThat(flipper.display(1).display()).isEqualTo(flipper.display(0).display());
    }

    @Test
    void takesBase64() {
        type("totp add one -e base64\\rMTIzNDU2Nzg5MDEyMzQ1Njc4OTA=\\r");
        add("two");
        assertThat(flipper.display(0).display()).isEqualTo(flipper.display(1).display());
        assertThat(type("totp add one -e base64\\rA\\r")).contains(UNREADABLE);
    }

    @Test
    void takesTheSameNameTwice() {
        add("one");
        add("one");
        assertThat(flipper.state().entries())
                .extracting(FlipperState.Item::name)
                .containsExactly("one", "one");
    }

    @Test
    void saysThatTheCardIsFull() {
        flipper.close();
        flipper = opened(Flash.inMemory(), PLAIN.withCapacity(1));
        add("one");
        assertThat(type("totp add two\\rGEZD\\r"))
                .endsWith(ERASE + red("An error has occurred during updating config file") + PROMPT);
        assertThat(flipper.state().entries()).hasSize(1);
    }
}
