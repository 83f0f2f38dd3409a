package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.parts.TokenSummary;
import fobsmith.firmware.token2.Assumption;
import fobsmith.firmware.token2.Molto2;
import fobsmith.firmware.token2.Molto2Description;
import fobsmith.firmware.token2.Molto2State;
import fobsmith.firmware.token2.WaitingFor;
import fobsmith.firmware.usbip.PortBusy;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A simulated Molto2 as the control API and its USB/IP port show it. */
@ExtendWith(SimulatedTokens.class)
class Molto2ControlTest {
    private static final String SERIAL = "86590300000042";

    @TempDir
    Path folder;

    private Molto2 token;

    @BeforeEach
    void plugIn(RunningSimulator running, HandTurnedClock clock) {
        token = Molto2.of(Molto2Description.of(SERIAL), Flash.inMemory(), clock, new Random(1));
        running.add(token);
    }

    @Test
    void beginsPluggedInAndIsListedOnItsPort(RunningSimulator running, ControlClient client) throws IOException {
        assertThat(client.molto2(SERIAL).bus()).isEqualTo("1-1");
        assertThat(devices(running)).isOne();
    }

    @Test
    void isPulledOutAndPutBackIntoTheSameSocket(RunningSimulator running, ControlClient client) throws IOException {
        client.unplug(SERIAL);
        client.unplug(SERIAL);
        assertThat(client.molto2(SERIAL).bus()).isEmpty();
        assertThat(devices(running)).isZero();
        client.plug(SERIAL);
        client.plug(SERIAL);
        assertThat(client.molto2(SERIAL).bus()).isEqualTo("1-1");
        assertThat(devices(running)).isOne();
    }

    @Test
    void aTokenThatIsTakenAwayLeavesItsSocket(RunningSimulator running, ControlClient client) throws IOException {
        client.remove(SERIAL);
        assertThat(devices(running)).isZero();
    }

    @Test
    void theNextTokenGetsTheSocketOfOneThatWasTakenAway(ControlClient client, RunningSimulator running) {
        client.remove(SERIAL);
        running.add(Molto2.of(
                Molto2Description.of("86590300000043"),
                Flash.inMemory(),
                new HandTurnedClock(Instant.EPOCH),
                new Random(1)));
        assertThat(client.molto2("86590300000043").bus()).isEqualTo("1-1");
    }

    @Test
    void aTokenThatCannotBePluggedInIsNotThere(HandTurnedClock clock) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var simulator = new Simulator(clock)) {
            var cables = new Cables(simulator, new Sockets(taken.getLocalPort()));
            var other = Molto2.of(Molto2Description.of("86590300000043"), Flash.inMemory(), clock, new Random(1));
            assertThatThrownBy(() -> cables.add(Delivery.of(other))).isInstanceOf(PortBusy.class);
            assertThat(simulator.tokens()).isEmpty();
        }
    }

    @Test
    void aWrongKeyLeavesTheImageFree() throws IOException {
        var image = folder.resolve("flash.image");
        var wrong = Files.writeString(
                folder.resolve("wrong.json"),
                "{\"tokens\":[{\"model\":\"molto2\",\"image\":\"%s\",\"customerKey\":\"\"}]}".formatted(image));
        var right = Files.writeString(
                folder.resolve("right.json"),
                "{\"tokens\":[{\"model\":\"molto2\",\"image\":\"%s\"}]}".formatted(image));
        try (var simulator = new Simulator(new HandTurnedClock(Instant.EPOCH))) {
            assertThatThrownBy(() -> simulator.load(wrong)).hasMessageContaining("is not plain ASCII text");
            simulator.load(right);
            assertThat(simulator.tokens()).hasSize(1);
        }
    }

    @Test
    void showsAProfileAfterItsButtonWasPressed(ControlClient client) {
        assertThat(client.display(SERIAL, 3).blank()).isTrue();
        assertThat(client.press(SERIAL, 3).blank()).as("there is no seed").isTrue();
        assertThatThrownBy(() -> client.press(SERIAL, 100))
                .isInstanceOf(ControlException.Refused.class)
                .hasMessageContaining("has no profile 100");
    }

    @Test
    void theUpArrowConfirmsOnlyWhatTheTokenWaitsFor(ControlClient client) {
        assertThatThrownBy(() -> client.pressUpArrow(SERIAL))
                .isInstanceOf(ControlException.Refused.class)
                .hasMessageContaining("does not wait for its up arrow");
        token.powerOn();
        token.exchange(new byte[] {(byte) 0x80, 0x56, 0, 0, 0});
        assertThat(client.molto2(SERIAL).waitingFor()).isEqualTo(WaitingFor.FACTORY_RESET);
        assertThat(client.pressUpArrow(SERIAL).waitingFor()).isEqualTo(WaitingFor.NOTHING);
    }

    @Test
    void whatFailsForWantOfPowerIsRefused(ControlClient client) {
        token.cutPowerBefore(0);
        assertThatThrownBy(() -> client.shift(SERIAL, Duration.ofSeconds(90)))
                .isInstanceOf(ControlException.Refused.class)
                .hasMessage("the flash has no power");
        assertThat(client.shift(SERIAL, Duration.ofSeconds(90)).errorMillis()).isPositive();
    }

    @Test
    void itsClockIsTurnedLikeThatOfAFob(ControlClient client) {
        assertThat(client.shift(SERIAL, Duration.ofSeconds(90)).errorMillis()).isEqualTo(90_000);
        assertThat(client.setDrift(SERIAL, 3.5).drift().initialPpm()).isEqualTo(3.5);
        assertThat(client.states()).extracting(TokenSummary::model).containsExactly(Molto2State.MODEL);
    }

    @Test
    void aFobHasNoProfilesAndNoUpArrow(RunningSimulator running, ControlClient client) {
        running.simulator().add(FobDescription.of("GAHT00000001"), new byte[20]);
        assertThatThrownBy(() -> client.press("GAHT00000001", 0))
                .hasMessage("token GAHT00000001 is a display-only fob, which has no such thing");
        assertThatThrownBy(() -> client.press(SERIAL))
                .hasMessage("token %s is a Token2 Molto2, which has no such thing".formatted(SERIAL));
    }

    @Test
    void aFleetFileDescribesOneWithItsSwitches() throws IOException {
        var image = folder.resolve("flash.image");
        var fleet = Files.writeString(folder.resolve("fleet.json"), """
                {"tokens":[{"model":"molto2","serial":"86590300000077","customerKey":"a key of ours","profiles":50,
                 "drift":{"ppm":2},"image":"%s","tries":5,"confirmationSeconds":10,"longestTitle":14,
                 "assumptions":{"CONFIG_WIPES_SEED":false,"CLOCK_PER_PROFILE":true}},
                 {"model":"molto2"}]}""".formatted(image));
        var setting = RunningSimulator.Setting.of(List.of(fleet), folder.resolve("control.json"));
        try (var running = RunningSimulator.start(setting, new HandTurnedClock(Instant.EPOCH));
                var client = ControlClient.open(running.controlFile())) {
            assertThat(client.molto2("86590300000077").triesLeft()).isEqualTo(5);
            assertThat(client.molto2("86590300000077").bus()).isEqualTo("1-1");
            assertThat(client.molto2(Molto2Description.FIRST_SERIAL).bus()).isEqualTo("1-2");
            assertThat(image).exists();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'model':'abacus'                                 | unknown model \"abacus\"",
                "'model':'molto2','profiles':70                   | token 86590300000001: profiles 70 is neither 50 nor 100",
                "'model':'molto2','seed':'CEIR'                   | token 86590300000001 has an unknown field \"seed\"",
                "'model':'molto2','serial':'7'                    | token 7: serial \"7\" is not 14 letters and digits",
                "'model':'molto2','tries':0                       | token 86590300000001: tries 0 is not between 1 and 255",
                "'model':'molto2','assumptions':{'CONFIG_WIPES_SEED':1} | CONFIG_WIPES_SEED of assumptions of token 86590300000001 is not true or false but 1",
            })
    void namesTokenAndValueOfAWrongFleet(String fields, String complaint) throws IOException {
        var file = Files.writeString(
                folder.resolve("fleet.json"),
                "{'tokens':[{%s}]}".formatted(fields).replace('\'', '"'));
        try (var simulator = new Simulator(new HandTurnedClock(Instant.EPOCH))) {
            assertThatThrownBy(() -> simulator.load(file))
                    .isInstanceOf(FleetFileException.class)
                    .hasMessageStartingWith("fleet file %s: %s".formatted(file, complaint));
        }
    }

    @Test
    void anUnknownAssumptionIsNamedWithTheKnownOnes() throws IOException {
        var file = Files.writeString(
                folder.resolve("fleet.json"), "{\"tokens\":[{\"model\":\"molto2\",\"assumptions\":{\"LIES\":true}}]}");
        try (var simulator = new Simulator(new HandTurnedClock(Instant.EPOCH))) {
            assertThatThrownBy(() -> simulator.load(file))
                    .hasMessageContaining("unknown assumption \"LIES\"")
                    .hasMessageContaining(Assumption.CONFIG_WIPES_SEED.name());
        }
    }

    @Test
    void freshTokensCountTheirSerialsAndKeepTheirFlashInFiles() {
        var order = FactoryOrder.of("molto2", Optional.of("86590300000099"), 2, Optional.of(folder));
        var setting = new RunningSimulator.Setting(List.of(), List.of(order), 0, folder.resolve("control.json"), 0);
        try (var running = RunningSimulator.start(setting, new HandTurnedClock(Instant.EPOCH))) {
            assertThat(running.simulator().tokens())
                    .extracting(one -> one.serial())
                    .containsExactly("86590300000099", "86590300000100");
        }
        assertThat(folder.resolve("86590300000100.flash")).isRegularFile();
    }

    /** How many devices OP_REQ_DEVLIST names: bytes 8 to 11 of the answer. */
    private static int devices(RunningSimulator running) throws IOException {
        InetSocketAddress address = running.usbIpAddress().orElseThrow();
        try (var socket = new Socket(address.getAddress(), address.getPort())) {
            socket.getOutputStream().write(new byte[] {0x01, 0x11, (byte) 0x80, 0x05, 0, 0, 0, 0});
            var in = new DataInputStream(socket.getInputStream());
            in.readNBytes(8);
            return in.readInt();
        }
    }
}
