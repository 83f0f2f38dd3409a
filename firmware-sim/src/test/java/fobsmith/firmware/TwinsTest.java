package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Token;
import fobsmith.firmware.parts.TokenSummary;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every model that can be ordered by name, and the sockets it fits into. */
class TwinsTest {
    @TempDir
    private Path folder;

    private RunningSimulator start(FactoryOrder... orders) {
        return RunningSimulator.start(
                new RunningSimulator.Setting(List.of(), List.of(orders), 0, folder.resolve("control.json"), 0),
                new HandTurnedClock(Instant.parse("2026-11-28T12:00:00Z")));
    }

    private static FactoryOrder order(String model, int count) {
        return FactoryOrder.of(model, Optional.empty(), count, Optional.empty());
    }

    static Stream<String> models() {
        return FactoryOrder.models().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void comesFreshFromTheFactoryKeepsItsFlashAndCountsItsSerials(String model) throws IOException {
        var order = FactoryOrder.of(model, Optional.empty(), 2, Optional.of(folder));
        var delivered = order.deliver(new HandTurnedClock(Instant.EPOCH));
        try (var images = Files.list(folder)) {
            assertThat(images).hasSize(2);
            assertThat(delivered).extracting(one -> one.token().serial()).doesNotHaveDuplicates();
        } finally {
            delivered.stream().map(Delivery::token).forEach(Token::close);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DECIMAL, 0099, 0100",
        "HEXADECIMAL, 00FF, 0100",
        "LOWER_HEXADECIMAL, 00fa, 00fb",
        "HEXADECIMAL, 5010A20000000000000000000000CEFF, 5010A20000000000000000000000CF00"
    })
    void serialsKeepTheirWidthAndCase(Serials serials, String serial, String next) {
        assertThat(serials.after(serial, 1)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"86A", "-8", "+8"})
    void aSerialThatCannotBeCountedIsNamed(String serial) {
        assertThatThrownBy(() -> FactoryOrder.of("molto2", Optional.of(serial), 2, Optional.empty()))
                .hasMessage("serial \"%s\" cannot be counted on from", serial);
    }

    @Test
    void aFlipperIsReachedOnATerminalAndOverTcp() throws IOException {
        var link = folder.resolve("tty");
        var order = order("flipper-zero", 1);
        try (var running = start(order.pluggedInto(new Outlet.Pty(link)))) {
            assertThat(running.places()).containsValue(link.toString());
            assertThat(Files.isSymbolicLink(link)).isTrue();
        }
        assertThat(Files.exists(link)).isFalse();
        try (var running = start(order.pluggedInto(new Outlet.TcpSerial(0)))) {
            assertThat(greeting(running.places().firstEntry().getValue())).contains(">: ");
        }
    }

    /** What the console says when somebody comes, up to its prompt. */
    private static String greeting(String place) throws IOException {
        int colon = place.lastIndexOf(':');
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1))));
            socket.setSoTimeout(10_000);
            var said = new StringBuilder();
            while (!said.toString().endsWith(">: ")) {
                said.append((char) socket.getInputStream().read());
            }
            return said.toString();
        }
    }

    @ParameterizedTest
    @CsvSource({"molto2, pty, serial console", "yubikey, tcp, serial console", "flipper-zero, vpcd, smart card"})
    void aTokenFitsIntoItsOwnSocketsOnly(String model, String plug, String lacking) {
        var outlet = switch (plug) {
            case "pty" -> new Outlet.Pty(folder.resolve("tty"));
            case "tcp" -> new Outlet.TcpSerial(0);
            default -> new Outlet.Vpcd(35963);
        };
        assertThatThrownBy(() -> start(order(model, 1).pluggedInto(outlet)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(lacking);
    }

    @Test
    void aFleetFileSaysWhatATokenIsPluggedInto() throws IOException {
        var fleet = Files.writeString(folder.resolve("fleet.json"), """
                {"tokens":[{"model":"flipper-zero","serial":"5A11CE0027E18001","name":"Nelu","plug":{"tcp":0}},
                 {"model":"yubikey","serial":"7","version":"5.7.1","touch":"BY_HAND","quirks":{"NO_SHA512":true}}]}""");
        var setting = RunningSimulator.Setting.of(List.of(fleet), folder.resolve("control.json"));
        try (var running = RunningSimulator.start(setting, new HandTurnedClock(Instant.EPOCH));
                var client = ControlClient.open(running.controlFile())) {
            assertThat(running.places()).containsOnlyKeys("5A11CE0027E18001");
            assertThat(client.states())
                    .extracting(TokenSummary::model)
                    .containsExactlyInAnyOrder("Flipper Zero", "Yubico YubiKey 5");
            assertThatThrownBy(() -> client.press("7")).isInstanceOf(ControlException.Refused.class);
            assertThat(client.display("5A11CE0027E18001").blank()).isTrue();
            assertThatThrownBy(() -> client.display("5A11CE0027E18001", 0)).hasMessageContaining("has no entry 1");
        }
    }

    @Test
    void aPlugThatIsNoneIsRefused() throws IOException {
        var fleet = Files.writeString(
                folder.resolve("fleet.json"), "{\"tokens\":[{\"model\":\"yubikey\",\"plug\":{\"vpcd\":1,\"tcp\":2}}]}");
        try (var simulator = new Simulator(new HandTurnedClock(Instant.EPOCH))) {
            assertThatThrownBy(() -> simulator.load(fleet)).hasMessageContaining("a plug is one of vpcd, pty and tcp");
        }
    }
}
