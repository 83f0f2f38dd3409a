package fobsmith.firmware.flipper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.PowerLost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the card outlives the simulator, and a power cut at any moment leaves it as it was or as it was to be. */
class FlipperImageTest extends FlipperRig {
    @TempDir
    Path folder;

    private Flipper load(Path image) {
        return opened(Flash.open(image), PLAIN);
    }

    private Path image(String name) {
        return folder.resolve(name);
    }

    @Test
    void findsEverythingAgain() {
        flipper.close();
        flipper = load(image("card"));
        add("one -d 8");
        type("totp pin set\\r\\e[A\\r");
        answer("totp tz 1");
        answer("date 2026-11-23 13:00:00 1");
        flipper.close();
        realTime.turn(Duration.ofMinutes(1));
        flipper = load(image("card"));
        assertThat(flipper.enterPin(ascii("A"))).isTrue();
        assertThat(answer("totp ls --tsv")).contains("1\\tone\\tsha1\\t8\\ttotp");
        assertThat(answer("date")).isEqualTo("2026-11-23 13:01:00 1");
        assertThat(flipper.state().errorMillis()).isZero();
    }

    @Test
    void isNobodyElses() {
        flipper.close();
        flipper = load(image("card"));
        flipper.close();
        var other = FlipperDescription.of("0000000000000001", "Other");
        assertThatThrownBy(() -> Flipper.of(other, Flash.open(image("card")), realTime))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("5A11CE0027E18000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"totp rm 1 -f\\r", "totp update 1 -n two -s\\rJBSWY3DP\\r", "totp reset\\rYES\\r"})
    void leavesNoSeedBehind(String change) throws IOException {
        flipper.close();
        flipper = load(image("card"));
        add("one");
        assertThat(image("card")).content(ISO_8859_1).contains("12345678901234567890");
        type(change);
        assertThat(image("card"))
                .content(ISO_8859_1)
                .doesNotContain("1234567890")
                .doesNotContain("one");
    }

    static Stream<String> changes() {
        return Stream.of(
                "totp add three -d 8\\rJBSWY3DP\\r",
                "totp update 1 -n other -d 8\\r",
                "totp update 2 -s\\rJBSWY3DP\\r",
                "totp rm 1 -f\\r",
                "totp mv 1 2\\r",
                "totp tz 3\\r",
                "totp pin set\\r\\e[A\\r",
                "totp reset\\rYES\\r",
                "date 2026-11-23 13:00:00 1\\r");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isAsBeforeOrAsAfter(String change) throws IOException {
        flipper.close();
        flipper = load(image("start"));
        add("one");
        add("two");
        flipper.close();
        var before = content(copy("start"));
        long operations = operations(change);
        var after = content(image("copy"));
        assertThat(operations).isPositive();
        assertThat(after).isNotEqualTo(before);
        for (long cut = 0; cut < operations; cut++) {
            assertThat(cutAt(change, cut, false)).isIn(before, after);
            assertThat(cutAt(change, cut, true)).isIn(before, after);
        }
    }

    /** "Hello" is what is typed. */
    @Test
    void leavesNothingOfAnEntryThatAPowerCutPrevented() throws IOException {
        flipper.close();
        flipper = load(image("start"));
        flipper.close();
        var without = content(copy("start"));
        int prevented = 0;
        long operations = operations("totp add one\\rJBSWY3DP\\r");
        for (long cut = 0; cut < operations; cut++) {
            if (cutAt("totp add one\\rJBSWY3DP\\r", cut, false).equals(without)) {
                prevented++;
                assertThat(image("copy")).content(ISO_8859_1).doesNotContain("Hell");
            }
        }
        assertThat(prevented).isPositive();
    }

    /** Of the change, which is made to the copy. */
    private long operations(String change) throws IOException {
        flipper = load(copy("start"));
        long first = flipper.flashOperations();
        type(change);
        long operations = flipper.flashOperations() - first;
        flipper.close();
        return operations;
    }

    private List<Object> cutAt(String change, long operation, boolean within) throws IOException {
        flipper = load(copy("start"));
        if (within) {
            flipper.cutPowerWithin(operation, new SplittableRandom(operation));
        } else {
            flipper.cutPowerBefore(operation);
        }
        assertThatThrownBy(() -> type(change)).isInstanceOf(PowerLost.class);
        flipper.close();
        return content(image("copy"));
    }

    private Path copy(String name) throws IOException {
        return Files.copy(
                image(name), image("copy"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** All that a host and a person see; the PIN by its being asked for. */
    private List<Object> content(Path image) {
        flipper = load(image);
        boolean locked = type("totp tz\\r").contains("Pleases");
        flipper.enterPin(ascii("A"));
        fetch();
        var entries = answer("totp ls --tsv");
        var codes = flipper.state().entries().stream()
                .map(item -> flipper.display(item.number()).display())
                .toList();
        var content = List.<Object>of(locked, entries, codes, answer("totp tz"), answer("date"));
        flipper.close();
        return content;
    }
}
