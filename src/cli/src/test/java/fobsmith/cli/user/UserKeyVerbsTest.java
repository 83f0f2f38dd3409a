package fobsmith.cli.user;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserKeyVerbsTest {
    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private TestRegistry station;
    private Terminal terminal;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = new TestRegistry(folder, clock);
        station.user("alice");
        terminal = Terminal.on(station.file(), clock);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private String said(Object... words) {
        return terminal.type(words).ok().out();
    }

    @Test
    void makesAKeyWhoseSecretIsShownOnce() {
        var made =
                terminal.type("user", "key", "create", "alice", "--json").ok().json();
        var id = made.get("accessKeyId").asString();
        assertThat(id).matches("AKIA[A-Z2-7]{16}");
        assertThat(station.registry.accessKeys().openSecret(id))
                .hasValue(made.get("secretAccessKey").asString().getBytes(US_ASCII));
        assertThat(said("user", "key", "create", "ALICE")).matches("""
                        An access key for alice; it is not shown again:
                          AWS_ACCESS_KEY_ID=AKIA[A-Z2-7]{16}
                          AWS_SECRET_ACCESS_KEY=[A-Za-z0-9+/]{40}
                        """);
        assertThat(said("user", "key", "list", "alice").lines())
                .hasSize(3)
                .first()
                .asString()
                .matches("KEY +STATUS +CREATED +LAST USED +FOR");
        assertThat(terminal.type("user", "key", "create", "alice").err())
                .startsWith("fobsmith: the quota of AccessKeysPerUser is 2");
        assertThat(terminal.type("user", "key", "create", "nobody").err())
                .startsWith("fobsmith: no user is named \"nobody\"");
    }

    @Test
    void switchesAKeyOffAndOnAndDeletesIt() {
        var id = terminal.type("user", "key", "create", "alice", "--json")
                .ok()
                .json()
                .get("accessKeyId")
                .asString();
        assertThat(said("user", "key", "disable", "alice", id))
                .isEqualTo("access key %s of alice is inactive\n".formatted(id));
        assertThat(said("user", "key", "list", "alice")).containsPattern(id + " +inactive +2026-11-23T12:00:00Z +- +-");
        said("user", "key", "enable", "alice", id);
        assertThat(said("user", "key", "list", "alice")).containsPattern(id + " +active");
        assertThat(terminal.type("user", "key", "delete", "administrator", id).err())
                .isEqualTo("fobsmith: no access key \"%s\" of this user\n".formatted(id));
        assertThat(said("user", "key", "delete", "alice", id))
                .isEqualTo("access key %s of alice is deleted\n".formatted(id));
        assertThat(said("user", "key", "list", "alice").lines()).hasSize(1);
        assertThat(station.registry.audit().newest(1).getFirst().action()).isEqualTo("delete-access-key");
    }

    /** A pipe whose reader has gone. */
    @Test
    void keepsNoKeyWhoseSecretNobodySaw() {
        var err = new StringWriter();
        var command = terminal.commandLine();
        command.setOut(new PrintWriter(new ClosedPipe()));
        command.setErr(new PrintWriter(err, true));
        assertThat(command.execute("user", "key", "create", "alice")).isOne();
        assertThat(err.toString()).startsWith("fobsmith: the access key could not be shown, so it was deleted again\n");
        assertThat(said("user", "key", "list", "alice").lines()).hasSize(1);
    }

    private static final class ClosedPipe extends Writer {
        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("broken pipe");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
