package fobsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.Codes;
import fobsmith.oath.HandTurnedClock;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.OtpauthKey;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.seedfiles.QrCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only whoever holds the registry key can do: take devices away without a code, and give root and the forgetful some. */
class BreakGlassTest {
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

    private String newest() {
        var deed = station.registry.audit().newest(1).getFirst();
        return deed.action() + " " + deed.detail();
    }

    @Test
    void takesADeviceAwayWithoutACodeAndRemembersWhy() {
        var alice = station.registry.users().get("alice");
        station.registry.typedCodes().enable(station.console, alice, FOB, station.pair(FOB, 0));
        terminal.type("device", "deactivate", "alice", FOB, "--reason", "fell into the lake")
                .ok();
        assertThat(newest())
                .isEqualTo(("deactivate {\"after\":\"returned\",\"before\":\"enabled\","
                                + "\"reason\":\"fell into the lake\",\"user\":\"%s\"}")
                        .formatted(alice.id()));
    }

    /** Its row goes with it: there is nothing left to look up. */
    @Test
    void deletesATemporaryDeviceThatIsTakenAway() {
        var serial = temporary("alice");
        var spelt = serial.replace("/alice-", "/ALICE-");
        assertThat(terminal.type("device", "deactivate", "alice", spelt).ok().out())
                .isEqualTo("deactivated %s; it is deleted now\n".formatted(serial));
        assertThat(station.registry.tokens().find(SerialNumber.parse(serial))).isEmpty();
        assertThat(terminal.type("device", "deactivate", "alice", serial).err())
                .startsWith("fobsmith: no token with serial %s".formatted(serial));
    }

    @Test
    void tellsProgramsThatATemporaryDeviceIsDeleted() {
        var serial = temporary("alice");
        var json = terminal.type("device", "deactivate", "alice", serial, "--json")
                .ok()
                .json();
        assertThat(json.get("serial").asString()).isEqualTo(serial);
        assertThat(json.get("state").asString()).isEqualTo("deleted");
    }

    private String temporary(String user) {
        return terminal.type("device", "temporary", user, "--json")
                .ok()
                .json()
                .get("serial")
                .asString();
    }

    @Test
    void givesRootADeviceAndTakesItAgain() {
        var codes = station.pair(FOB, 0);
        var first = codes.first().reveal();
        var second = codes.second().reveal();
        terminal.type("device", "enable", "--root", FOB, first, second).ok();
        assertThat(terminal.type("device", "list").ok().out()).containsPattern("GAHT12345678 +enabled +<root_account>");
        assertThat(terminal.type("user", "list").ok().out()).doesNotContain("root");
        terminal.type("device", "deactivate", "--root", FOB).ok();
        assertThat(station.registry.account().census(station.registry.now()).rootHasDevice())
                .isFalse();
    }

    @Test
    void wantsAUserOrRootAndNotBoth() {
        assertThat(terminal.type("device", "enable", FOB, "111111", "222222").err())
                .startsWith("fobsmith: name the user too: USER SERIAL CODE1 CODE2\n");
        assertThat(terminal.type("device", "deactivate", "--root", "alice", FOB).err())
                .startsWith("fobsmith: with --root no user is named: SERIAL\n");
    }

    /** The app takes the seed from what was printed; its code signs alice in until the time is over. */
    @Test
    void makesATemporaryDeviceThatSignsInUntilItExpires() {
        var made = terminal.type("device", "temporary", "alice", "--hours", "8", "--json")
                .ok()
                .json();
        var serial = made.get("serial").asString();
        assertThat(serial).matches("arn:aws:iam::123456789012:mfa/temporary/alice-[0-9a-f]{8}");
        try (var key = OtpauthKey.parse(made.get("uri").asString())) {
            assertThat(signIn(serial, key)).isInstanceOf(CodeOutcome.Accepted.class);
        }
        assertThat(terminal.type("device", "list").ok().out()).contains("expires at 2026-11-23T20:00:00Z");
        clock.turn(Duration.ofHours(8));
        assertThat(terminal.type("device", "list").ok().out()).contains("expired at 2026-11-23T20:00:00Z");
    }

    private CodeOutcome signIn(String serial, OtpauthKey key) {
        var profile = OtpProfile.Totp.STANDARD;
        var code = Codes.code(key.seed(), profile, profile.stepAt(clock.instant()));
        return station.registry
                .typedCodes()
                .signIn(station.console, station.registry.users().get("alice"), SerialNumber.parse(serial), code);
    }

    @Test
    void drawsAnImageInsteadForItsOwnerOnly() throws IOException {
        var file = folder.resolve("alice.png");
        assertThat(terminal.type("device", "temporary", "alice", "--qr-file", file)
                        .ok()
                        .out())
                .contains("until 2026-11-24T00:00:00Z")
                .doesNotContain("otpauth:");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(QrCode.read(Files.readAllBytes(file)))
                .startsWith("otpauth://totp/Amazon%20Web%20Services:alice-")
                .contains("@123456789012?secret=");
        assertThat(terminal.type("device", "temporary", "alice", "--qr-file", file)
                        .err())
                .startsWith("fobsmith: %s already exists\n".formatted(file));
        assertThat(terminal.type("device", "temporary", "alice", "--hours", "169")
                        .err())
                .isEqualTo("fobsmith: 169 is not a number of hours from 1 to 168\n");
    }

    /** Neither the image nor the device without the other. */
    @Test
    void leavesNothingBehindWhereATemporaryDeviceFails() {
        var nowhere = folder.resolve("missing").resolve("alice.png");
        assertThat(terminal.type("device", "temporary", "alice", "--qr-file", nowhere)
                        .err())
                .startsWith("fobsmith: cannot write %s: ".formatted(nowhere))
                .endsWith("hint: no device was made; name another file\n");
        assertThat(terminal.type("device", "list").ok().out().lines()).hasSize(1);

        for (int i = 0; i < 8; i++) {
            terminal.type("device", "temporary", "alice").ok();
        }
        var file = folder.resolve("ninth.png");
        assertThat(terminal.type("device", "temporary", "alice", "--qr-file", file)
                        .err())
                .startsWith("fobsmith: the quota of MFADevicesPerUser is 8");
        assertThat(file).doesNotExist();
    }

    @Test
    void makesListsShowsAndDeletesUsers() {
        terminal.type("user", "create", "carol", "--path", "/staff/", "--administrator")
                .ok();
        var rows = terminal.type("user", "list").ok().out().lines().toList();
        assertThat(rows).hasSize(4);
        assertThat(rows.getLast()).matches("carol +/staff/ +0 +1 +AIDA.{17}");
        assertThat(terminal.type("user", "show", "carol").ok().out())
                .contains(
                        "arn       arn:aws:iam::123456789012:user/staff/carol",
                        "policies  administrator",
                        "devices   -");
        assertThat(terminal.type("user", "delete", "carol").err()).isEqualTo("fobsmith: a policy is still there\n");
        terminal.type("user", "delete", "ALICE").ok();
        assertThat(terminal.type("user", "show", "alice").err()).startsWith("fobsmith: no user is named \"alice\"\n");
        assertThat(terminal.type("user", "create", "x", "--path", "staff").err())
                .isEqualTo("fobsmith: path \"staff\" does not begin and end with a slash\n");
    }

    @Test
    void endsAUsersSessions() {
        var before = station.registry.users().get("alice").sessionsValidFrom();
        clock.turn(Duration.ofMinutes(1));
        assertThat(terminal.type("user", "revoke", "alice").ok().out()).isEqualTo("the sessions of alice are over\n");
        assertThat(station.registry.users().get("alice").sessionsValidFrom()).isAfter(before.plusSeconds(60));
        assertThat(newest()).startsWith("revoke-sessions {").contains("validFromBefore", "validFromAfter");
    }
}
