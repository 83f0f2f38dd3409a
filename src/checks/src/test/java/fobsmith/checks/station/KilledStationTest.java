package fobsmith.checks.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fobsmith.cli.Main;
import fobsmith.cli.sim.SimulatedHands;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.firmware.token2.Molto2;
import fobsmith.registry.AuditReport;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code fobsmith provision} as a process, killed by SIGKILL while a token takes its customer key, its settings or its seed.
 * The same command again always ends with a token and a registry that agree.
 */
class KilledStationTest {
    private static final String SERIAL = "86590300000001";
    private static final SerialNumber NUMBER = SerialNumber.parse(SERIAL);
    private static final int KILLED = 128 + 9;

    /** Flash operations of the token after which the station is killed; a whole run makes some forty to sixty. */
    private static final List<Integer> MOMENTS = List.of(1, 12, 23, 27, 31, 35);

    /** A station that ends before anybody can kill it proves nothing; on a slow machine one or two may. */
    private static final int FEWEST_KILLED = 4;

    @TempDir
    Path folder;

    private Path registry;
    private Path keyFile;
    private RunningSimulator simulator;
    private Molto2 token;

    @BeforeEach
    void start() {
        try (var station = new TestRegistry(folder)) {
            registry = station.file();
            keyFile = station.keyFile();
        }
    }

    private void plugInAFreshToken() throws IOException {
        var orders = List.of(new FactoryOrder(SERIAL, 1, Optional.empty()));
        var control = Files.createTempDirectory(folder, "sim").resolve("control.json");
        simulator = RunningSimulator.start(
                new RunningSimulator.Setting(List.of(), orders, 0, control, 0), InstantSource.system());
        token = simulator.simulator().get(SERIAL, Molto2.class);
    }

    @AfterEach
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void aStationKilledWhileItWritesLeavesATokenThatTheSameCommandProves() throws Exception {
        plugInAFreshToken();
        int killed = 0;
        for (int moment : MOMENTS) {
            killed += provisionAndKill(moment) == KILLED ? 1 : 0;
            assertThat(state()).as("killed after %d", moment).isNotEqualTo(Optional.of(TokenState.ENABLED));
        }
        assertThat(killed).as("runs that were killed before they ended").isGreaterThanOrEqualTo(FEWEST_KILLED);
        var last = provision("--overwrite");
        assertThat(last.waitFor()).as(output(last)).isZero();
        assertThat(agree()).isTrue();
    }

    /** Goes on with whatever the run before has left, as an operator would. */
    private int provisionAndKill(int operations) throws Exception {
        long from = token.flashOperations();
        var station = provision("--overwrite");
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(1))
                .until(() -> token.flashOperations() - from >= operations || !station.isAlive());
        return station.destroyForcibly().waitFor();
    }

    private Process provision(String... more) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "provision",
                "--simulated-hands",
                "--control",
                simulator.controlFile().toString(),
                "--key-file",
                keyFile.toString()));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("FOBSMITH_REGISTRY", registry.toString());
        process.environment()
                .put(
                        "FOBSMITH_USBIP",
                        "127.0.0.1:" + simulator.usbIpAddress().orElseThrow().getPort());
        return process.start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
    }

    private Registry open() {
        try (var key = RegistryKey.KeyFile.read(keyFile)) {
            return Registry.open(registry, key, InstantSource.system(), new SecureRandom());
        }
    }

    private Optional<TokenState> state() {
        try (var open = open()) {
            assertThat(open.audit().verify()).isInstanceOf(AuditReport.Intact.class);
            return open.tokens().find(NUMBER).map(Token::state);
        }
    }

    /** Two codes that the token shows two steps from now are those of the registry's seed. */
    private boolean agree() {
        try (var open = open();
                var hands = new SimulatedHands(ControlClient.open(simulator.controlFile()), SERIAL)) {
            token.shift(Duration.ofMinutes(1));
            var operator = open.names().operator("tester", "testhost");
            var codes = hands.readCodes(NUMBER, 0);
            return open.typedCodes().check(operator, NUMBER, codes) instanceof CodeOutcome.Accepted;
        }
    }
}
