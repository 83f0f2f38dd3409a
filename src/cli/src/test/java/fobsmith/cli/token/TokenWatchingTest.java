package fobsmith.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Surroundings;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.oath.HandTurnedClock;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two simulated keys come and go while somebody watches; what happens between two looks happens in the pause. */
class TokenWatchingTest {
    private final HandTurnedClock clock = HandTurnedClock.atStepStart();

    @Test
    void saysWhatComesAndGoesUntilItIsInterrupted(@TempDir Path folder) {
        var orders = List.of(FactoryOrder.of("yubikey", Optional.of("12345678"), 2, Optional.empty()));
        var setting = new RunningSimulator.Setting(List.of(), orders, 0, folder.resolve("control.json"), 0);
        try (var simulator = RunningSimulator.start(setting, clock);
                var hands = ControlClient.open(simulator.controlFile())) {
            hands.unplug("12345679");
            var pauses = new ArrayDeque<Runnable>(
                    List.of(() -> hands.plug("12345679"), () -> hands.unplug("12345678"), () -> {}));
            var seen = watch(simulator, pauses);
            assertThat(seen.lines())
                    .hasSize(3)
                    .allMatch(line -> line.startsWith("{\"event\":\""))
                    .satisfiesExactly(
                            line -> assertThat(line).contains("plugged", "YUBIKEY-12345678"),
                            line -> assertThat(line).contains("plugged", "YUBIKEY-12345679"),
                            line -> assertThat(line).contains("pulled", "YUBIKEY-12345678"));
        }
    }

    @Test
    void saysWhenATokenCanBeUsedThatAnotherProgramHeld(@TempDir Path folder) {
        var orders = List.of(FactoryOrder.of("yubikey", Optional.of("12345678"), 1, Optional.empty()));
        var setting = new RunningSimulator.Setting(List.of(), orders, 0, folder.resolve("control.json"), 0);
        try (var simulator = RunningSimulator.start(setting, clock);
                var bus = UsbIpBus.at(simulator.usbIpAddress().orElseThrow());
                var other = bus.ports().getFirst().open()) {
            assertThat(watch(simulator, new ArrayDeque<>(List.of(other::close))).lines())
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .contains("plugged", "unusable")
                                    .doesNotContain("YUBIKEY-12345678"),
                            line -> assertThat(line).contains("{\"event\":\"usable\"", "YUBIKEY-12345678"));
        }
    }

    private String watch(RunningSimulator simulator, ArrayDeque<Runnable> pauses) {
        var usbIp = simulator.usbIpAddress().orElseThrow();
        var address = "%s:%d".formatted(usbIp.getAddress().getHostAddress(), usbIp.getPort());
        var surroundings = new Surroundings(
                clock, new SecureRandom(), Map.of("FOBSMITH_USBIP", address), new BufferedReader(Reader.nullReader()));
        var out = new StringWriter();
        var watching = new TokenWatching(surroundings, () -> {
            if (pauses.isEmpty()) {
                throw new InterruptedException("enough");
            }
            pauses.remove().run();
        });
        assertThat(new CommandLine(watching).setOut(new PrintWriter(out)).execute("--json"))
                .isZero();
        return out.toString();
    }
}
