package fobsmith.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.TestRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenImportTest {
    private static final int NOTHING_TO_DO = 3;
    private static final Path FIXTURES = Path.of("../../fixtures/pskc");
    private static final Path THREE_FOBS = FIXTURES.resolve("three-fobs.xml");

    private TestRegistry station;
    private Terminal terminal;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = new TestRegistry(folder, HandTurnedClock.atStepStart());
        terminal = Terminal.on(station.file(), station.clock);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void importsAVendorsFile() {
        assertThat(terminal.type("token", "import", THREE_FOBS).ok().out())
                .isEqualTo("3 tokens imported, 0 were in stock already\n");
        assertThat(terminal.type("token", "list").ok().out())
                .contains("GAHT00000001", "GAHT00000002", "GAHT00000003", "imported");
    }

    @Test
    void hasNothingToDoWhenTheSameFileComesAgain() {
        terminal.type("token", "import", THREE_FOBS).ok();
        var again = terminal.type("token", "import", THREE_FOBS, "--json");
        assertThat(again.status()).isEqualTo(NOTHING_TO_DO);
        assertThat(again.json().get("read").asInt()).isEqualTo(3);
        assertThat(again.json().get("added").asInt()).isZero();
        assertThat(again.err()).isEmpty();
    }

    @Test
    void putsAPrefixBeforeSerials() {
        terminal.type("token", "import", THREE_FOBS, "--prefix", "ACME-").ok();
        assertThat(terminal.type("token", "show", "acme-gaht00000002").ok().out())
                .contains("serial   ACME-GAHT00000002");
    }

    @Test
    void saysThatNobodyVerifiedTheFilesSignature() {
        assertThat(terminal.type("token", "import", FIXTURES.resolve("signed.xml"))
                        .ok()
                        .out())
                .endsWith("note: the file bears a signature, which was not verified\n");
    }
}
