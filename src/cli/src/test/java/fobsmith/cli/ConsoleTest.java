package fobsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with fobs and devices, from stock to stock again. */
class ConsoleTest {
    private static final String FOB = "GAHT12345678";

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private TestRegistry station;
    private Terminal terminal;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = new TestRegistry(folder, clock);
        station.user("alice");
        station.fob(FOB);
        terminal = Terminal.on(station.file(), clock);
    }

    @AfterEach
    void close() {
        station.close();
    }

    /** Waits until the fob shows a code that was never typed. */
    private String nextCode() {
        clock.turn(Duration.ofSeconds(30));
        return station.display(new SerialNumber.Hardware(FOB), 0).reveal();
    }

    private Printed enable() {
        return terminal.type("device", "enable", "alice", FOB, nextCode(), nextCode());
    }

    @Test
    void enablesAFobAndListsItAsATable() {
        assertThat(enable().ok().out()).startsWith("enabled GAHT12345678; its clock is +");
        assertThat(terminal.type("device", "list").ok().out()).matches("""
                SERIAL +STATE +USER +MODEL +PROFILE +DRIFT +NOTE
                GAHT12345678 +enabled +alice +ACME F1 +TOTP SHA1 6 digits 30 s +\\+30.0 s
                """);
        assertThat(terminal.type("device", "list", "--user", "administrator")
                        .ok()
                        .out()
                        .lines())
                .hasSize(1);
    }

    @Test
    void listsDevicesAsJson() {
        enable().ok();
        var devices = terminal.type("device", "list", "--user", "alice", "--json")
                .ok()
                .json();
        assertThat(devices.size()).isOne();
        assertThat(devices.get(0).get("serial").asString()).isEqualTo(FOB);
        assertThat(devices.get(0).get("state").asString()).isEqualTo("enabled");
        assertThat(devices.get(0).get("driftSeconds").asDouble()).isEqualTo(30);
        assertThat(devices.get(0).get("pausedUntil").isNull()).isTrue();
    }

    @Test
    void resynchronisesADevice() {
        enable().ok();
        var result = terminal.type("device", "resync", "alice", FOB, nextCode(), nextCode(), "--json")
                .ok()
                .json();
        assertThat(result.get("serial").asString()).isEqualTo(FOB);
        assertThat(result.get("suspect").asBoolean()).isFalse();
    }

    @Test
    void provesAFobThatCameBack() {
        enable().ok();
        assertThat(terminal.type("device", "deactivate", "alice", FOB).ok().out())
                .isEqualTo("deactivated GAHT12345678; it is returned now\n");
        var refused = enable();
        assertThat(refused.status()).isOne();
        assertThat(refused.err()).contains("hint: prove it first: fobsmith token check GAHT12345678 CODE1 CODE2");
        assertThat(terminal.type("token", "check", FOB, nextCode(), nextCode())
                        .ok()
                        .out())
                .startsWith("this is GAHT12345678");
        assertThat(terminal.type("token", "list").ok().out()).containsPattern("GAHT12345678 +proven +-");
        enable().ok();
    }

    @Test
    void saysWhatWasLearnedOfATokensClock() {
        enable().ok();
        var text = terminal.type("token", "show", FOB).ok().out();
        assertThat(text).contains("serial   GAHT12345678", "user     alice", "lessons  1", "enable");
        var shown = terminal.type("token", "show", FOB, "--json").ok().json();
        assertThat(shown.get("lessons").get(0).get("taughtBy").asString()).isEqualTo("enable");
    }

    @Test
    void endsAPause() {
        enable().ok();
        for (int wrong = 0; wrong < 6; wrong++) {
            assertThat(resync("000000", "000000").status()).isOne();
        }
        var pair = station.pair(new SerialNumber.Hardware(FOB), 1);
        var first = pair.first().reveal();
        var second = pair.second().reveal();
        assertThat(resync(first, second).err()).endsWith("hint: wait, or run: fobsmith device unlock GAHT12345678\n");
        assertThat(terminal.type("device", "unlock", FOB).ok().out()).isEqualTo("unlocked GAHT12345678\n");
        resync(first, second).ok();
    }

    private Printed resync(String first, String second) {
        return terminal.type("device", "resync", "alice", FOB, first, second);
    }

    @Test
    void verifiesTheAuditTrail() {
        enable().ok();
        assertThat(terminal.type("audit", "verify").ok().out())
                .matches("(?s)\\d+ records, none changed.*head [0-9a-f]{64}\nno head kept outside .*may be missing\n");
        assertThat(terminal.type("audit", "verify", "--json")
                        .ok()
                        .json()
                        .get("records")
                        .asInt())
                .isPositive();
    }
}
