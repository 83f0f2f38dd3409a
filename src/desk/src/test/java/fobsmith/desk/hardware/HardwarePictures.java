package fobsmith.desk.hardware;

import static fobsmith.desk.DeskRig.onScreen;

import fobsmith.desk.Album;
import fobsmith.desk.DeskRig;
import fobsmith.desk.Flow;
import fobsmith.devices.Bus;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.firmware.token2.Molto2;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.SerialNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;

/** A fob from the drawer, what can go wrong with it, and a programmable token fresh from the box. */
public final class HardwarePictures {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final Duration INTO_A_STEP = Duration.ofSeconds(11);

    private HardwarePictures() {}

    public static void take(Album album) {
        handOver(album);
        refusals(album);
        late(album);
        fresh(album);
    }

    private static List<Flow> flow(Album album) {
        var paper = new PaperInAFolder(album.folder());
        paper.printer = Optional.of("Front desk");
        return List.of(HardwareFlow.with(paper, ZoneOffset.UTC));
    }

    private static SerialNumber furnish(DeskRig rig) {
        for (int one = 2; one < 7; one++) {
            rig.registry.fob("GAHT0000000" + one);
        }
        var fob = rig.registry.fob("GAHT12345678");
        rig.turn(INTO_A_STEP).signedIn().press(KeyCode.ENTER);
        return fob;
    }

    private static String code(DeskRig rig, SerialNumber fob) {
        return rig.registry.display(fob, 0).reveal();
    }

    private static void handOver(Album album) {
        try (var rig = album.sit(flow(album))) {
            var fob = furnish(rig);
            rig.write("ali");
            album.shoot(rig, "hardware-person");
            rig.write("ce").press(KeyCode.ENTER);
            rig.write("gaht");
            album.shoot(rig, "hardware-token");
            rig.write("12345678").press(KeyCode.ENTER);
            album.shoot(rig, "hardware-codes-first");
            rig.write(code(rig, fob));
            album.shoot(rig, "hardware-codes");
            rig.turn(STEP);
            onScreen(() -> true);
            album.shoot(rig, "hardware-codes-second");
            rig.write(code(rig, fob)).press(KeyCode.ENTER, KeyCode.LEFT, KeyCode.LEFT, KeyCode.SPACE);
            album.shoot(rig, "hardware-done");
        }
    }

    private static void refusals(Album album) {
        try (var rig = album.sit(flow(album))) {
            var fob = furnish(rig);
            var other = new SerialNumber.Hardware("GAHT00000004");
            rig.write("alice").press(KeyCode.ENTER);
            rig.write("GAHT99999999").press(KeyCode.ENTER);
            album.shoot(rig, "hardware-token-unknown");
            rig.write("GAHT12345678").press(KeyCode.ENTER);
            rig.write(code(rig, fob)).write(code(rig, fob)).press(KeyCode.ENTER);
            album.shoot(rig, "hardware-codes-same");
            rig.write(code(rig, other)).turn(STEP).write(code(rig, other)).press(KeyCode.ENTER);
            rig.press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
            album.shoot(rig, "hardware-wrong-token");
        }
    }

    private static void late(Album album) {
        try (var rig = album.sit(flow(album))) {
            var fob = furnish(rig);
            rig.write("alice").press(KeyCode.ENTER);
            rig.write("GAHT12345678").press(KeyCode.ENTER);
            rig.write(code(rig, fob)).turn(STEP).write(code(rig, fob));
            rig.turn(Duration.ofSeconds(100)).press(KeyCode.ENTER);
            album.shoot(rig, "hardware-late");
        }
    }

    private static void fresh(Album album) {
        var running = new AtomicReference<RunningSimulator>();
        var flow = flow(album);
        try (var rig = album.sit(flow, clock -> {
                    running.set(start(album.folder(), clock));
                    return running.get().usbIpAddress().<Bus>map(UsbIpBus::at).stream()
                            .toList();
                });
                var simulator = running.get()) {
            var twin = (Molto2) simulator.simulator().tokens().getFirst();
            furnish(rig);
            rig.write("alice").press(KeyCode.ENTER);
            album.shoot(rig, "hardware-token-plugged");
            rig.write(twin.serial()).press(KeyCode.ENTER);
            album.shoot(rig, "hardware-seed");
            twin.pressUpArrow();
            rig.press(KeyCode.ENTER).write(twin.press(0).display());
            album.shoot(rig, "hardware-seed-codes");
        }
    }

    private static RunningSimulator start(Path folder, HandTurnedClock clock) {
        var order = FactoryOrder.of("molto2", Optional.empty(), 1, Optional.empty());
        var setting = new RunningSimulator.Setting(List.of(), List.of(order), 0, folder.resolve("control.json"), 0);
        return RunningSimulator.start(setting, clock);
    }
}
