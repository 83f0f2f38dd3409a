package fobsmith.desk.hardware;

import fobsmith.desk.DeskRig;
import fobsmith.desk.Language;
import fobsmith.devices.Bus;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.firmware.parts.Token;
import fobsmith.oath.HandTurnedClock;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;

/** The desk with one programmable token on a loopback USB/IP port, and alice chosen to get it. */
final class TokenOnTheTable implements AutoCloseable {
    final DeskRig rig;
    final ControlClient control;
    final Token twin;
    private final RunningSimulator simulator;

    TokenOnTheTable(Path folder, String model) {
        var flow = HardwareFlow.with(new PaperInAFolder(folder), ZoneOffset.UTC);
        var running = new AtomicReference<RunningSimulator>();
        rig = new DeskRig(folder, Language.ENGLISH, List.of(flow), clock -> {
            running.set(start(folder, model, clock));
            return running.get().usbIpAddress().<Bus>map(UsbIpBus::at).stream().toList();
        });
        simulator = running.get();
        control = ControlClient.open(folder.resolve("control.json"));
        twin = simulator.simulator().tokens().getFirst();
        rig.registry.user("alice");
        rig.signedIn().press(KeyCode.ENTER);
        rig.write("alice").press(KeyCode.ENTER);
    }

    private static RunningSimulator start(Path folder, String model, HandTurnedClock clock) {
        var order = FactoryOrder.of(model, Optional.empty(), 1, Optional.empty());
        var setting = new RunningSimulator.Setting(List.of(), List.of(order), 0, folder.resolve("control.json"), 0);
        return RunningSimulator.start(setting, clock);
    }

    @Override
    public void close() {
        rig.close();
        control.close();
        simulator.close();
    }
}
