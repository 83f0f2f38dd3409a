package fobsmith.cli.station;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Printed;
import fobsmith.cli.Terminal;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.registry.PrivateFile;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write-only station and its registry at two command lines, with files carried between them. */
class StationVerbsTest {
    private static final String SERIAL = "86590300000001";
    private static final String FINGERPRINT = "([0-9a-f]{4}-){9}[0-9a-f]{4}";

    @TempDir
    private Path folder;

    private TestRegistry service;
    private int files;

    @BeforeEach
    void open() throws IOException {
        service = TestRegistry.copy(folder);
        Files.createDirectory(folder.resolve("station"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Path fresh() {
        return file("mail-" + ++files);
    }

    private Printed atTheService(Object... words) {
        return Terminal.on(service.file(), service.clock).type(words);
    }

    private Printed atTheStation(Map<String, String> more, Object... words) {
        var environment = new HashMap<>(more);
        environment.put("FOBSMITH_REGISTRY", file("station/station.db").toString());
        return new Terminal(service.clock, environment).type(words);
    }

    private Printed atTheStation(Object... words) {
        return atTheStation(Map.of(), words);
    }

    /** With a key file, and registered as "packing". */
    private void makeStation() {
        var made = atTheStation(
                        "station", "init", "--key-file", file("station/station.key"), "--out", file("public"), "--json")
                .ok()
                .json();
        var fingerprint = made.get("fingerprint").asString();
        assertThat(fingerprint).matches(FINGERPRINT);
        assertThat(atTheService("key", "register-station", "packing", file("public"), "--fingerprint", fingerprint)
                        .ok()
                        .out())
                .isEqualTo("station 1 \"packing\" is registered, key %s\n".formatted(fingerprint)
                        + "next: fobsmith key export-station packing --out FILE\n");
        var exported = atTheService(
                        "key",
                        "export-station",
                        "packing",
                        "--out",
                        file("letter"),
                        "--service",
                        "vault.example",
                        "--json")
                .ok()
                .json();
        atTheStation(
                        "station",
                        "join",
                        file("letter"),
                        "--fingerprint",
                        exported.get("registryFingerprint").asString())
                .ok();
    }

    @Test
    void aTokenProvisionedAtAStationReachesTheRegistry() throws IOException {
        makeStation();
        var orders = List.of(FactoryOrder.of("molto2", Optional.of(SERIAL), 1, Optional.empty()));
        var setting = new RunningSimulator.Setting(List.of(), orders, 0, file("control.json"), 0);
        try (var simulator = RunningSimulator.start(setting, service.clock);
                var hands = ControlClient.open(simulator.controlFile())) {
            var usbIp = simulator.usbIpAddress().orElseThrow();
            var cable = Map.of(
                    "FOBSMITH_USBIP", "%s:%d".formatted(usbIp.getAddress().getHostAddress(), usbIp.getPort()));
            assertThat(atTheStation(
                                    cable,
                                    "provision",
                                    SERIAL,
                                    "--simulated-hands",
                                    "--control",
                                    simulator.controlFile())
                            .status())
                    .isZero();
            var mail = fresh();
            assertThat(atTheStation("station", "send", "--out", mail).ok().out())
                    .startsWith("3 messages in " + mail);
            assertThat(PrivateFile.isOpenToOthers(mail)).isFalse();
            var answer = fresh();
            assertThat(atTheService("station", "receive", mail, "--letter", answer, "--service", "vault.example")
                            .ok()
                            .out())
                    .isEqualTo("station 1 \"packing\": 3 messages applied, 0 refused\n");
            assertThat(atTheService("station", "receive", mail, "--letter", fresh())
                            .ok()
                            .out())
                    .endsWith("\n  3 of them were answered before\n");
            assertThat(atTheStation("station", "acknowledge", answer).ok().out())
                    .isEqualTo("3 messages applied, 0 refused\n");
            service.clock.turn(Duration.ofMinutes(2));
            var first = hands.press(SERIAL, 0).display();
            service.clock.turn(Duration.ofSeconds(30));
            var second = hands.press(SERIAL, 0).display();
            assertThat(atTheService("user", "create", "bob").status()).isZero();
            assertThat(atTheService("device", "enable", "bob", SERIAL, first, second)
                            .status())
                    .isZero();
            assertThat(service.registry.tokens().get(SerialNumber.parse(SERIAL)).state())
                    .isEqualTo(TokenState.ENABLED);
        }
        assertThat(atTheStation("station", "tokens").ok().out())
                .containsPattern("86590300000001 +proven +Token2 Molto2");
        assertThat(atTheStation("station", "send", "--out", fresh()).status()).isEqualTo(3);
        assertThat(atTheStation("station", "show").ok().out())
                .containsPattern("station 1 \"packing\", key " + FINGERPRINT)
                .contains("on vault.example", "3 messages, 0 without an answer");
        assertThat(atTheStation("audit", "verify").ok().out()).contains("none changed");
        assertThat(atTheService("station", "list").ok().out()).containsPattern("1 +packing +3 +- +" + FINGERPRINT);
    }

    @Test
    void whatOnlyTheServiceDoesNamesIt() {
        makeStation();
        var forbidden = List.<List<Object>>of(
                List.of("token", "check", SERIAL, "123456", "654321"),
                List.of("token", "import", Path.of("../../fixtures/demo/acme.pskc.xml")),
                List.of("token", "export", "--all", "--to", fresh(), "--reason", "a move", "--plain-text"),
                List.of("device", "enable", "bob", SERIAL, "123456", "654321"),
                List.of("device", "resync", "bob", SERIAL, "123456", "654321"),
                List.of("token", "lost", SERIAL, "--reason", "in a taxi"),
                List.of("token", "found", SERIAL),
                List.of("token", "reserve", SERIAL, "bob"),
                List.of("token", "release", SERIAL),
                List.of("token", "retire", SERIAL, "--reason", "worn"),
                List.of("user", "list"),
                List.of("backup", fresh()),
                List.of("serve", "--port", "0"),
                List.of("station", "list"),
                List.of("station", "receive", file("letter"), "--letter", fresh()));
        assertThat(forbidden).allSatisfy(words -> {
            var refused = atTheStation(words.toArray());
            assertThat(refused.status()).isOne();
            assertThat(refused.err())
                    .startsWith("fobsmith: this is a write-only station: ")
                    .contains("at the service on vault.example\nhint: run the command there");
        });
    }

    @Test
    void aRevokedStationIsToldSo() {
        makeStation();
        assertThat(atTheService("key", "revoke-station", "packing", "--reason", "stolen")
                        .ok()
                        .out())
                .isEqualTo("station 1 \"packing\" is revoked; 0 messages of it were received\n");
        var refused = atTheService("key", "export-station", "packing", "--out", fresh());
        assertThat(refused.status()).isOne();
        assertThat(refused.err()).contains("was revoked at", "hint: make a new station");
    }

    @Test
    void filesAreNeverOverwrittenAndTheWrongKindOfDatabaseIsNamed() {
        assertThat(atTheService("station", "show").err()).contains("is a registry, not a write-only station");
        assertThat(atTheStation("station", "init", "--key-file", file("station/station.key"), "--out", service.file())
                        .err())
                .contains("registry.db already exists");
        assertThat(file("station/station.db")).doesNotExist();
        makeStation();
        assertThat(atTheStation("station", "init", "--key-file", file("station/other.key"), "--out", fresh())
                        .err())
                .contains("station.db already exists");
        assertThat(atTheService("station", "receive", file("letter"), "--letter", fresh())
                        .err())
                .contains("is not a file with the messages of a station");
    }
}
