package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.virtual.Phone;
import fobsmith.devices.Bus;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.firmware.token2.Molto2;
import fobsmith.registry.SerialNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What onboarding costs in keys and in clicks, as docs/desk.md says: from home until the device is enabled. */
class EffortTest {
    private static final Duration STEP = Duration.ofSeconds(30);

    private final AtomicReference<RunningSimulator> simulator = new AtomicReference<>();
    private Path folder;
    private DeskRig rig;
    private Mouse mouse;
    private Effort effort;
    private ControlClient control;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        var order = FactoryOrder.of("molto2", Optional.empty(), 2, Optional.empty());
        var setting = new RunningSimulator.Setting(List.of(), List.of(order), 0, folder.resolve("control.json"), 0);
        rig = new DeskRig(folder, Language.ENGLISH, Flows.ALL, clock -> {
            simulator.set(RunningSimulator.start(setting, clock));
            return simulator.get().usbIpAddress().<Bus>map(UsbIpBus::at).stream()
                    .toList();
        });
        control = ControlClient.open(folder.resolve("control.json"));
        control.unplug(token(0).serial());
        control.unplug(token(1).serial());
        effort = new Effort(rig);
        mouse = effort.mouse();
        rig.registry.user("alice");
        rig.registry.user("bob");
        rig.signedIn();
    }

    @AfterEach
    void close() {
        rig.close();
        control.close();
        simulator.get().close();
    }

    private SerialNumber fob(String serial) {
        return rig.registry.fob(serial);
    }

    private void type(SerialNumber fob) {
        rig.write(rig.registry.display(fob, 0).reveal())
                .turn(STEP)
                .write(rig.registry.display(fob, 0).reveal());
    }

    private void type(Molto2 token) {
        rig.write(token.press(0).display()).turn(STEP).write(token.press(0).display());
    }

    private void typePhone() {
        try (var phone = Phone.scan(rig, folder)) {
            rig.write(phone.code(0)).turn(STEP).write(phone.code(0));
        }
    }

    private void says(String text) {
        assertThat(rig.texts()).contains(text);
    }

    @Test
    void isWhatTheHandbookSays() throws IOException {
        scanned();
        fromStock();
        freshFromTheBox();
        app();
        leftAtHome();
    }

    private void scanned() throws IOException {
        effort.costs(
                "a token, scanned",
                () -> {
                    rig.control(KeyCode.DIGIT1).write("ali").press(KeyCode.ENTER);
                    rig.typist.scan(fob("SCAN00000001").value());
                    type(new SerialNumber.Hardware("SCAN00000001"));
                    rig.press(KeyCode.ENTER);
                    says("alice has token SCAN00000001.");
                },
                () -> {
                    mouse.pressAt("#card-hardware");
                    rig.write("ali");
                    mouse.chooseRow("alice");
                    rig.typist.scan(fob("SCAN00000002").value());
                    type(new SerialNumber.Hardware("SCAN00000002"));
                    mouse.press("_Enable");
                    says("alice has token SCAN00000002.");
                });
    }

    private void fromStock() throws IOException {
        effort.costs(
                "a token from stock",
                () -> {
                    var fob = fob("DRAW00000001");
                    rig.control(KeyCode.DIGIT1).write("ali").press(KeyCode.ENTER, KeyCode.DOWN, KeyCode.ENTER);
                    type(fob);
                    rig.press(KeyCode.ENTER);
                    says("alice has token DRAW00000001.");
                },
                () -> {
                    var fob = fob("DRAW00000002");
                    mouse.pressAt("#card-hardware");
                    rig.write("ali");
                    mouse.chooseRow("alice");
                    mouse.chooseRow("DRAW00000002");
                    type(fob);
                    mouse.press("_Enable");
                    says("alice has token DRAW00000002.");
                });
    }

    private void freshFromTheBox() throws IOException {
        control.plug(token(0).serial());
        control.plug(token(1).serial());
        effort.costs(
                "a token fresh from the box, plugged in",
                () -> {
                    var token = token(0);
                    rig.control(KeyCode.DIGIT1).write("bob").press(KeyCode.ENTER, KeyCode.DOWN, KeyCode.ENTER);
                    token.pressUpArrow();
                    rig.press(KeyCode.ENTER);
                    type(token);
                    rig.press(KeyCode.ENTER).turn(STEP);
                    type(token);
                    rig.press(KeyCode.ENTER);
                    says("bob has token %s.".formatted(token.serial()));
                },
                () -> {
                    var token = token(1);
                    mouse.pressAt("#card-hardware");
                    rig.write("bob");
                    mouse.chooseRow("bob");
                    mouse.chooseRow(token.serial());
                    token.pressUpArrow();
                    mouse.press("I have _pressed it");
                    type(token);
                    mouse.press("_Check the codes");
                    rig.turn(STEP);
                    type(token);
                    mouse.press("_Enable");
                    says("bob has token %s.".formatted(token.serial()));
                });
    }

    private Molto2 token(int number) {
        return (Molto2) simulator.get().simulator().tokens().get(number);
    }

    private void app() throws IOException {
        effort.costs(
                "an authenticator app",
                () -> {
                    rig.control(KeyCode.DIGIT2).write("bob").press(KeyCode.ENTER, KeyCode.ENTER);
                    typePhone();
                    rig.press(KeyCode.ENTER);
                    says("bob has the device “phone”.");
                },
                () -> {
                    mouse.pressAt("#card-virtual");
                    rig.write("ali");
                    mouse.chooseRow("alice");
                    mouse.pressAt(".accent");
                    typePhone();
                    mouse.pressAt(".accent");
                    says("alice has the device “phone”.");
                });
    }

    private void leftAtHome() throws IOException {
        effort.costs(
                "a phone for some hours",
                () -> {
                    rig.control(KeyCode.DIGIT3).write("bob").press(KeyCode.ENTER, KeyCode.ENTER);
                    says("The device is bob’s already; no codes have to be typed here.");
                },
                () -> {
                    mouse.pressAt("#card-temporary");
                    rig.write("ali");
                    mouse.chooseRow("alice");
                    mouse.pressAt(".accent");
                    says("The device is alice’s already; no codes have to be typed here.");
                });
    }
}
