package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.Needed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeskCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int start(String... arguments) {
        var command = new DeskCommand(InstantSource.system(), new SecureRandom(), Map.of());
        return DeskMain.commandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void saysInOneSentenceThatThereIsNoDisplay() {
        assertThat(start("--demo")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("fobsmith: there is no display to open the desk on\nhint: ")
                .hasLineCount(2);
    }

    @Test
    void explainsItself() {
        assertThat(start("--help")).isZero();
        assertThat(out.toString())
                .contains("fobsmith desk", "--registry", "--key-file", "--passphrase-fd", "--pkcs11-library", "--demo");
    }

    @Test
    void refusesALanguageThatItDoesNotSpeak() {
        assertThat(start("--language", "fr")).isEqualTo(2);
        assertThat(err.toString()).contains("the desk speaks en and es, not \"fr\"");
    }

    /** The whole program, as somebody without a graphical session starts it. */
    @Test
    void endsWithOneAsAProcess() throws Exception {
        assertThat(asAProcess(Map.of()))
                .startsWith("fobsmith: there is no display to open the desk on\n")
                .hasLineCount(2);
    }

    /** As after a sign-out, or by another user: the name of a display is not yet a display. */
    @Test
    void saysThatNobodyAnswersAtTheDisplay() throws Exception {
        var gone = Map.of("DISPLAY", ":4711");
        Prerequisites.ofThisMachine(gone)
                .missing()
                .ifPresent(missing -> Needed.missing("%s; %s".formatted(missing.what(), missing.hint())));
        assertThat(asAProcess(gone))
                .contains("fobsmith: the display :4711 cannot be opened\nhint: ")
                .doesNotContain("\tat ");
    }

    private static String asAProcess(Map<String, String> environment) throws Exception {
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "fobsmith.desk.DeskMain",
                "--demo");
        process.environment().remove("DISPLAY");
        process.environment().putAll(environment);
        var started = process.redirectErrorStream(true).start();
        var said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).isEqualTo(1);
        return said;
    }
}
