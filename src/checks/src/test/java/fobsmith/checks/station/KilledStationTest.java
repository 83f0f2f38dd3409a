package fobsmith.checks.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fobsmith.cli.Main;
import fobsmith.cli.sim.SimulatedHands;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.firmware.token2.Molto2;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.Attempt;
import fobsmith.registry.AuditReport;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import java.io.IOException;
import java.nio.charset.Charset;
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
    void start() throws IOException {
        try (var station = new TestRegistry(folder)) {
            registry = station.file();
            keyFile = station.keyFile();
        }
        var orders = List.of(FactoryOrder.of("molto2", Optional.of(SERIAL), 1, Optional.empty()));
        var setting = new RunningSimulator.Setting(List.of(), orders, 0, folder.resolve("control.json"), 0);
        simulator = RunningSimulator.start(setting, InstantSource.system());
        token = simulator.simulator().get(SERIAL, Molto2.class);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aStationKilledWhileItWritesLeavesATokenThatTheSameCommandProves() throws Exception {
        int killed = 0;
        for (int moment : MOMENTS) {
            killed += provisionAndKill(moment) == KILLED ? 1 : 0;
            requireNothingInBetween();
        }
        System.err.printf("a provisioning station killed %d times by SIGKILL%n", killed);
        assertThat(killed).as("runs that were killed before they ended").isGreaterThanOrEqualTo(FEWEST_KILLED);
        var last = provision();
        assertThat(last.waitFor()).as(output(last)).isZero();
        assertThat(agree()).isTrue();
    }

    /** Goes on with whatever the run before has left, as an operator would. */
    private int provisionAndKill(int operations) throws Exception {
        long from = token.flashOperations();
        var station = provision();
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(1))
                .until(() -> token.flashOperations() - from >= operations || !station.isAlive());
        return station.destroyForcibly().waitFor();
    }

    /** The row says what the journal says, and nobody could use a token that has not shown its codes. */
    private void requireNothingInBetween() {
        try (var open = open()) {
            assertThat(open.audit().verify()).isInstanceOf(AuditReport.Intact.class);
            var stage =
                    open.journal().history(NUMBER).stream().map(Attempt::stage).findFirst();
            var state = open.tokens().find(NUMBER).map(Token::state);
            assertThat(List.of(stage, state))
                    .isIn(
                            List.of(Optional.empty(), Optional.empty()),
                            List.of(Optional.of(Attempt.Stage.VOID), Optional.empty()),
                            List.of(Optional.of(Attempt.Stage.VOID), Optional.of(TokenState.VOID)),
                            List.of(Optional.of(Attempt.Stage.SEALED), Optional.empty()),
                            List.of(Optional.of(Attempt.Stage.SEALED), Optional.of(TokenState.VOID)),
                            List.of(Optional.of(Attempt.Stage.WRITING), Optional.of(TokenState.WRITING)));
        }
    }

    private Process provision() throws IOException {
        var command = List.of(
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
                keyFile.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("FOBSMITH_REGISTRY", registry.toString());
        process.environment()
                .put(
                        "FOBSMITH_USBIP",
                        "127.0.0.1:" + simulator.usbIpAddress().orElseThrow().getPort());
        return process.start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    }

    private Registry open() {
        try (var key = RegistryKey.KeyFile.read(keyFile)) {
            return Registry.open(registry, key, InstantSource.system(), new SecureRandom());
        }
    }

    /** Two codes that the token shows two steps from now are those of the registry's seed. */
    private boolean agree() {
        try (var open = open();
                var hands = new SimulatedHands(ControlClient.open(simulator.controlFile()), SERIAL)) {
            token.shift(Duration.ofMinutes(1));
            var operator = open.names().operator("tester", "testhost");
            var codes = hands.readCodes(NUMBER, 0, OtpProfile.Totp.STANDARD);
            return open.typedCodes().check(operator, NUMBER, codes) instanceof CodeOutcome.Accepted;
        }
    }
}
