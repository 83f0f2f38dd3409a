package fobsmith.firmware.flipper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** list, lsattr, update, delete, move. */
class EntryCommandsTest extends FlipperRig {
    private static final String NOT_CONFIRMED = cyan("User has not confirmed");
    private static final String ERASED = "Processing, please wait...\\r\\n\\e[A\\e[2K\\r";

    private void addThree() {
        add("one");
        add("two -t hotp -a sha512 -d 8");
        add("\"a name of more than 25 letters\" -a steam");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(answer("totp list --tsv")).isEqualTo("There are no tokens");
    }

    @Test
    void listsATableWithNamesCutTo25Characters() {
        addThree();
        var rule = "+-----+---------------------------+--------+----+------+\\r\\n";
        assertThat(answer("totp list"))
                .isEqualTo(rule
                        + "| #   | Name                      | Algo   | Ln | Type |\\r\\n"
                        + rule
                        + "| 1   | one                       | sha1   | 6  | totp |\\r\\n"
                        + "| 2   | two                       | sha512 | 8  | hotp |\\r\\n"
                        + "| 3   | a name of more than 25 le | steam  | 5  | totp |\\r\\n"
                        + rule);
    }

    @Test
    void listsWithTabs() {
        addThree();
        assertThat(answer("totp ls --TSV"))
                .isEqualTo(
                        "#\\tName\\tAlgo\\tLn\\tType\\r\\n1\\tone\\tsha1\\t6\\ttotp\\r\\n2\\ttwo\\tsha512\\t8\\thotp\\r\\n"
                                + "3\\ta name of more than 25 letters\\tsteam\\t5\\ttotp\\r\\n");
    }

    @Test
    void showsOneAsATable() {
        addThree();
        assertThat(answer("totp lsattr 2"))
                .startsWith("+----------------------+------------------------------+\\r\\n"
                        + "| Property             | Value                        |\\r\\n")
                .contains("| Index                | 2                            |\\r\\n")
                .contains("| Type                 | hotp                         |\\r\\n")
                .contains("| Token counter        | 0                            |\\r\\n")
                .contains("| Automation features  | None                         |\\r\\n");
    }

    @Test
    void changesAnEntryAndLeavesItsSeed() {
        addThree();
        assertThat(answer("totp update 1 -n \"new name\" -d 8"))
                .isEqualTo(green("Token \"new name\" has been successfully updated"));
        assertThat(answer("totp ls --tsv")).contains("\\r\\n1\\tnew name\\tsha1\\t8\\ttotp\\r\\n2\\ttwo");
        assertThat(flipper.display(0).display()).isEqualTo("90454838");
    }

    @Test
    void changesASeed() {
        add("one");
        type("totp update 1 -s\\r");
        assertThat(type("JBSWY3DP\\r"))
                .isEqualTo(
                        "********\\r\\n\\e[A\\e[2K\\r" + green("Token \"one\" has been successfully updated") + PROMPT);
        assertThat(flipper.display(0).display()).isNotEqualTo("454838");
        assertThat(flipper.state().entries()).hasSize(1);
    }

    @Test
    void changesTheEntryItIsToldToAndNoOther() {
        addThree();
        type("totp update 2 -t totp -a sha1 -d 6 -s\\rJBSWY3DP\\r");
        assertThat(answer("totp ls --tsv"))
                .contains("\\r\\n1\\tone\\tsha1\\t6\\ttotp\\r\\n2\\ttwo\\tsha1\\t6\\ttotp\\r\\n3\\ta name");
        assertThat(flipper.display(0).display()).isEqualTo("454838");
        assertThat(flipper.display(1).display()).isNotEqualTo("454838");
        // Steam's code for the same seed and moment, computed with another implementation.
        assertThat(flipper.display(2).display()).isEqualTo("VVNDC");
    }

    @Test
    void leavesAnEntryAsItWasWhereTheChangeIsCancelled() {
        add("one");
        assertThat(type("totp update 1 -n two -s\\rJBSW\\x03")).endsWith(cyan("Cancelled by user") + PROMPT);
        assertThat(type("totp update 1 -n two -s\\rJ9\\r")).contains("can not be parsed");
        assertThat(answer("totp update 1 -n")).contains("Missed or incorrect value for argument \"-n\"");
        assertThat(answer("totp ls --tsv")).contains("\\r\\n1\\tone\\t");
        assertThat(flipper.display(0).display()).isEqualTo("454838");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat", "update", "rm", "mv 1", "mv"})
    void wantsAnIndexThatThereIs(String command) {
        addThree();
        for (var index : new String[] {"0", "4", "-1", "x", ""}) {
            assertThat(answer("totp %s %s".formatted(command, index).strip())).isEqualTo(INVALID);
        }
    }

    @Test
    void deletesAfterAQuestion() {
        addThree();
        assertThat(type("totp delete 1\\r"))
                .isEqualTo("totp delete 1\\r\\n" + yellow("WARNING!")
                        + yellow("TOKEN \"one\" WILL BE PERMANENTLY DELETED WITHOUT ABILITY TO RECOVER IT.")
                        + yellow("Confirm? [y/n]"));
        assertThat(type("x ")).isEmpty();
        assertThat(type("Y")).isEqualTo(ERASED + green("Token \"one\" has been successfully deleted") + PROMPT);
        assertThat(flipper.state().entries())
                .extracting(FlipperState.Item::name)
                .doesNotContain("one")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "\\r"})
    void takesYesAndEnterForConsent(String key) {
        addThree();
        type("totp rm 2\\r");
        assertThat(type(key)).contains("successfully deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "N", "\\x03", "\\e"})
    void takesNoEscapeAndControlCForRefusal(String key) {
        addThree();
        type("totp rm 1\\r");
        assertThat(type(key)).isEqualTo(NOT_CONFIRMED + PROMPT);
        assertThat(flipper.state().entries()).hasSize(3);
    }

    @Test
    void deletesWithoutAQuestionWhereForced() {
        addThree();
        assertThat(answer("totp rm 3 -f"))
                .isEqualTo(ERASED + green("Token \"a name of more than 25 letters\" has been successfully deleted"));
        assertThat(answer("totp rm 1 -x")).isEqualTo("Unknown argument \"-x\"\\r\\n" + INVALID);
        assertThat(flipper.state().entries()).hasSize(2);
    }

    @Test
    void movesAnEntry() {
        addThree();
        assertThat(answer("totp mv 1 3")).isEqualTo(ERASED + green("Token \"one\" has been successfully updated"));
        assertThat(flipper.state().entries())
                .extracting(FlipperState.Item::name)
                .element(2)
                .isEqualTo("one");
        assertThat(answer("totp move 2 2")).isEqualTo(red("New token number matches current token number"));
    }
}
