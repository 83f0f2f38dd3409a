package fobsmith.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail, and backups that it is compared with. */
class AuditVerbsTest {
    private static final SerialNumber FOB = new SerialNumber.Hardware("GAHT12345678");

    @TempDir
    Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private TestRegistry station;
    private Terminal terminal;

    @BeforeEach
    void open() {
        station = new TestRegistry(folder, clock);
        station.user("alice");
        station.fob(FOB.value());
        terminal = Terminal.on(station.file(), clock);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void enable() {
        var alice = station.registry.users().get("alice");
        station.registry.typedCodes().enable(station.console, alice, FOB, station.pair(FOB, 0));
    }

    @Test
    void listsWhoDidWhatByName() {
        enable();
        assertThat(terminal.type("audit", "list", "--subject", "alice").ok().out())
                .containsPattern("SEQ +AT +BY +HOST +ACTION +SUBJECT +DETAIL\n"
                        + "3 +2026-11-23T12:00:00Z +tester +testhost +create-user +alice +\\{");
        var rows = terminal.type("audit", "list", "--action", "enable", "--json")
                .ok()
                .json();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("subject").asString()).isEqualTo(FOB.value());
        assertThat(terminal.type("audit", "list", "--until", "2026-11-23T12:00:00Z", "--json")
                        .ok()
                        .json())
                .isEmpty();
    }

    @Test
    void anchorsTheTrailAndNoticesTheRegistryOfBefore() throws IOException {
        var anchor = folder.resolve("anchor");
        station.close();
        var older = Files.copy(station.file(), folder.resolve("older.db"));
        terminal.type("user", "create", "bob").ok();
        assertThat(terminal.type("audit", "anchor", anchor).ok().out()).matches("record \\d+ anchored in .*anchor\n");
        terminal.type("user", "create", "carol").ok();
        terminal.type("audit", "anchor", anchor).ok();
        assertThat(Files.readAllLines(anchor)).hasSize(2);
        assertThat(terminal.type("audit", "verify", "--anchor", anchor).ok().out())
                .endsWith("not truncated: it holds all that the anchor has seen\n");
        var rolledBack = new Terminal(
                clock,
                Map.of(
                        "FOBSMITH_REGISTRY",
                        older.toString(),
                        "FOBSMITH_KEY_FILE",
                        station.keyFile().toString()));
        assertThat(rolledBack.type("audit", "verify").status()).isZero();
        var noticed = rolledBack.type("audit", "verify", "--anchor", anchor);
        assertThat(noticed.status()).isOne();
        assertThat(noticed.out()).startsWith("the trail is broken: records ").endsWith(" are missing at the end\n");
    }

    @Test
    void restoresABackupAndTellsWhatItDoesNotKnow() throws IOException {
        enable();
        var backup = folder.resolve("monday.backup");
        var export = folder.resolve("trail.jsonl");
        terminal.type("backup", backup).ok();
        terminal.type("user", "create", "bob").ok();
        terminal.type("audit", "export", export).ok();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(export)))
                .isEqualTo("rw-------");
        var restored = folder.resolve("restored.db");
        var told = terminal.type(
                "restore", backup, "--registry", restored, "--key-file", station.keyFile(), "--audit-export", export);
        assertThat(told.ok().out())
                .startsWith("registry %s is restored; 1 devices are to be confirmed: ".formatted(restored))
                .containsPattern("\n1 deeds are later than the backup\n  2026-11-23T12:00:00Z create-user AIDA");
        var there = new Terminal(
                clock,
                Map.of(
                        "FOBSMITH_REGISTRY",
                        restored.toString(),
                        "FOBSMITH_KEY_FILE",
                        station.keyFile().toString()));
        assertThat(there.type("device", "list").ok().out()).contains("to be confirmed: resynchronise it");
        assertThat(terminal.type("restore", backup, "--registry", restored, "--key-file", station.keyFile())
                        .err())
                .startsWith("fobsmith: %s already exists\n".formatted(restored));
    }

    /** Lines of an export and of an anchor in which something is missing, or is not what it should be. */
    @Test
    void refusesFilesThatAreNotOfATrail() throws IOException {
        var file = folder.resolve("trail.jsonl");
        var record = "{\"writer\":\"registry\",\"seq\":1,\"at\":\"%s\",\"actor\":\"a\",\"host\":\"h\",\"action\":\"b\","
                + "\"subject\":\"c\",\"detail\":\"{}\"}";
        var mac = "0".repeat(64);
        for (var line : List.of(
                "nonsense",
                "null",
                "{}",
                "{\"record\":null,\"mac\":\"%s\"}".formatted(mac),
                "{\"record\":{},\"mac\":\"%s\"}".formatted(mac),
                "{\"record\":%s,\"mac\":\"00\"}".formatted(record.formatted("2026-11-23T12:00:00Z")),
                "{\"record\":%s,\"mac\":\"%s\"}".formatted(record.formatted("+1000000000-12-31T23:59:59Z"), mac))) {
            Files.writeString(file, line + "\n");
            var target = folder.resolve("third.db");
            assertThat(terminal.type("restore", "b", "--registry", target, "--audit-export", file)
                            .err())
                    .as(line)
                    .startsWith("fobsmith: %s is not a file of the audit trail\n".formatted(file));
            assertThat(terminal.type("audit", "verify", "--anchor", file).err())
                    .as(line)
                    .startsWith("fobsmith: %s is not a file of the audit trail\n".formatted(file));
        }
        Files.writeString(file, "{\"writer\":\"registry\",\"seq\":1,\"mac\":\"zz\"}\n");
        assertThat(terminal.type("audit", "verify", "--anchor", file).err())
                .startsWith("fobsmith: %s is not a file of the audit trail\n".formatted(file));
    }
}
