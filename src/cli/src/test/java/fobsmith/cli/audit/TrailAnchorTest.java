package fobsmith.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.cli.CliException;
import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.AuditHead;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailAnchorTest {
    @TempDir
    private Path folder;

    private TestRegistry rig;
    private Path file;
    private int users;

    @BeforeEach
    void open() {
        rig = new TestRegistry(folder, HandTurnedClock.atStepStart());
        file = folder.resolve("heads.jsonl");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void record(int deeds) {
        for (int deed = 0; deed < deeds; deed++) {
            rig.user("user" + users++);
        }
    }

    private AuditHead head() {
        return rig.registry.audit().head();
    }

    private long[] anchored() {
        return JsonLines.heads(file).stream().mapToLong(AuditHead::seq).toArray();
    }

    @Test
    void isAddedAtTheBeginningAfterAHundredRecordsAndAtTheEnd() {
        long first = head().seq();
        try (var anchor = new TrailAnchor(this::head, file)) {
            record(99);
            anchor.look();
            assertThat(anchored()).containsExactly(first);
            record(1);
            anchor.look();
            anchor.look();
            assertThat(anchored()).containsExactly(first, first + 100);
            record(5);
        }
        assertThat(anchored()).containsExactly(first, first + 100, first + 105);
        Terminal.on(rig.file(), rig.clock)
                .type("audit", "verify", "--anchor", file)
                .ok();
    }

    @Test
    void doesNotBeginWhereItCannotBeWritten() {
        assertThatThrownBy(() -> new TrailAnchor(this::head, folder.resolve("no/such/folder")))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("cannot write");
    }

    @Test
    void isMadeUpForOnceTheFileCanBeWrittenAgain() throws IOException {
        try (var anchor = new TrailAnchor(this::head, file)) {
            Files.delete(file);
            Files.createDirectory(file);
            record(100);
            anchor.look();
            Files.delete(file);
            anchor.look();
            assertThat(anchored()).containsExactly(head().seq());
        }
    }
}
