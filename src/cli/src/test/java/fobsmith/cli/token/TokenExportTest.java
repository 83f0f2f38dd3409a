package fobsmith.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.PrivateFile;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenExportTest {
    private static final int NOTHING_TO_DO = 3;
    private static final int USAGE = 2;
    private static final Path THREE_FOBS = Path.of("../../fixtures/pskc/three-fobs.xml");

    @TempDir
    Path folder;

    private TestRegistry station;
    private Terminal terminal;
    private Path target;

    @BeforeEach
    void open() {
        station = new TestRegistry(folder, HandTurnedClock.atStepStart());
        terminal = Terminal.on(station.file(), station.clock);
        target = folder.resolve("exported");
        terminal.type("token", "import", THREE_FOBS).ok();
    }

    @AfterEach
    void close() {
        station.close();
    }

    private Path secret(String line) throws IOException {
        var file = folder.resolve("secret");
        PrivateFile.create(file, line.getBytes(StandardCharsets.US_ASCII));
        return file;
    }

    @Test
    void whatIsExportedUnderAKeyIsKnownWhenItComesBack() throws IOException {
        var key = secret("000102030405060708090a0b0c0d0e0f");
        assertThat(terminal.type(
                                "token",
                                "export",
                                "--all",
                                "--to",
                                target,
                                "--reason",
                                "x",
                                "--pre-shared-key-file",
                                key)
                        .ok()
                        .out())
                .isEqualTo("3 tokens exported to " + target + "\n");
        assertThat(PrivateFile.isOpenToOthers(target)).isFalse();
        assertThat(Files.readString(target)).contains("EncryptedValue").doesNotContain("PlainValue>dGVz");
        var again = terminal.type("token", "import", target, "--pre-shared-key-file", key);
        assertThat(again.status()).isEqualTo(NOTHING_TO_DO);
        assertThat(again.out()).startsWith("0 tokens imported, 3 were in stock already");
    }

    @Test
    void writesOathCsvForThoseWhoMoveAway() throws IOException {
        terminal.type(
                        "token",
                        "export",
                        "GAHT00000001",
                        "--to",
                        target,
                        "--reason",
                        "x",
                        "--format",
                        "oath-csv",
                        "--plain-text")
                .ok();
        // "test seed of fob 001" in hexadecimal, as fixtures/pskc/three-fobs.xml has it in base64
        assertThat(Files.readString(target))
                .isEqualTo("GAHT00000001,74657374207365656420" + "6f6620666f6220303031,totp,6,30\n");
    }

    @Test
    void seedsLeaveInPlainOnlyWhereThatIsAskedFor() {
        var refused = terminal.type("token", "export", "--all", "--to", target, "--reason", "x");
        assertThat(refused.status()).isEqualTo(USAGE);
        assertThat(refused.err()).contains("--plain-text");
        assertThat(target).doesNotExist();
    }

    @Test
    void aReasonIsNeededAndKept() throws IOException {
        assertThat(terminal.type("token", "export", "--all", "--to", target, "--plain-text")
                        .status())
                .isEqualTo(USAGE);
        terminal.type("token", "export", "--all", "--to", target, "--plain-text", "--reason", "moving on")
                .ok();
        assertThat(terminal.type("audit", "verify").ok().out()).contains("none changed");
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws IOException {
        Files.writeString(target, "mine");
        var refused = terminal.type("token", "export", "--all", "--to", target, "--plain-text", "--reason", "x");
        assertThat(refused.status()).isOne();
        assertThat(refused.err())
                .isEqualTo("fobsmith: %s exists already\nhint: name a new file with --to\n".formatted(target));
        assertThat(target).hasContent("mine");
    }

    @Test
    void nothingIsLeftOfAFileThatCannotHoldAToken() {
        terminal.type("token", "import", "../../fixtures/pskc/sha256.xml").ok();
        var refused = terminal.type(
                "token", "export", "--all", "--to", target, "--plain-text", "--reason", "x", "--format", "entra-csv");
        assertThat(refused.err()).contains("none that Entra CSV can hold");
        assertThat(target).doesNotExist();
    }

    @Test
    void aTokenThatIsNotThereIsNamed() {
        var refused = terminal.type("token", "export", "GAHT00000009", "--to", target, "--plain-text", "--reason", "x");
        assertThat(refused.err()).contains("no token with serial GAHT00000009");
        assertThat(target).doesNotExist();
    }
}
