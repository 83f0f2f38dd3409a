package fobsmith.desk.demo;

import fobsmith.desk.Desk;
import fobsmith.desk.Front;
import fobsmith.desk.Shift;
import fobsmith.devices.Bus;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.iam.console.SignInStep;
import fobsmith.registry.Actor;
import fobsmith.registry.Identifiers;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;

/** A throw-away registry with people and fobs, and a programmable token on a cable. Closing it leaves nothing behind. */
public final class DemoStage implements AutoCloseable {
    static final String OPERATOR = "nora";
    static final String WORDS = "try it at the desk";

    /** The registry is gone within the hour: nobody will try to guess what opens it. */
    private static final RegistryKey.Cost CHEAP = new RegistryKey.Cost(8, 1, 1);

    private static final List<String> PEOPLE = List.of(
            "alice.moreno", "bob.okafor", "carla.ruiz", "dmitri.ivanov", "elena.santos", "farid.haddad", "greta.lind");

    private final DemoFolder folder;
    private final Registry registry;
    private final RunningSimulator simulator;
    private final ControlClient control;

    private DemoStage(DemoFolder folder, Registry registry, RunningSimulator simulator, ControlClient control) {
        this.folder = folder;
        this.registry = registry;
        this.simulator = simulator;
        this.control = control;
    }

    /** Made in the temporary folder of this machine. The caller closes it. */
    public static DemoStage build(InstantSource clock, SecureRandom randomness) throws IOException {
        var folder = DemoFolder.make();
        try {
            return furnish(folder, registry(folder, clock, randomness), clock, randomness);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static Registry registry(DemoFolder folder, InstantSource clock, SecureRandom randomness) {
        var account = new Identifiers(randomness).account();
        try (var key = RegistryKey.KeyFile.create(folder.resolve("registry.key"), randomness)) {
            return Registry.create(folder.resolve("registry.db"), key, CHEAP, account, clock, randomness);
        }
    }

    private static DemoStage furnish(
            DemoFolder folder, Registry registry, InstantSource clock, SecureRandom randomness) {
        try {
            var simulator = simulator(folder, clock);
            var vendor = registry.names().operator("demo", "localhost");
            invite(registry, vendor);
            fill(new DemoStock(registry, simulator.simulator(), randomness, vendor));
            return new DemoStage(folder, registry, simulator, ControlClient.open(folder.resolve("control.json")));
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    private static RunningSimulator simulator(DemoFolder folder, InstantSource clock) {
        var molto2 = FactoryOrder.of("molto2", Optional.empty(), 1, Optional.empty());
        var setting = new RunningSimulator.Setting(List.of(), List.of(molto2), 0, folder.resolve("control.json"), 0);
        return RunningSimulator.start(setting, clock);
    }

    private static void invite(Registry registry, Actor vendor) {
        var operator = registry.users().create(vendor, OPERATOR, "/", true);
        registry.deskPassphrases(CHEAP).set(vendor, operator, WORDS.toCharArray());
        PEOPLE.forEach(person -> registry.users().create(vendor, person, "/", false));
    }

    private static void fill(DemoStock stock) {
        stock.add("GAHT00000001");
        stock.add("GAHT00000002");
        stock.addStrayed("GAHT00000003", Duration.ofMinutes(4));
        stock.addOfOneMinute("GAHT60000001");
        stock.addEnabled("GAHT00000011", "alice.moreno");
        stock.addEnabled("GAHT00000012", "bob.okafor");
    }

    Path folder() {
        return folder.path();
    }

    public Registry registry() {
        return registry;
    }

    /** The USB/IP port that the programmable token is plugged into; whoever asks closes it. */
    public List<Bus> links() {
        return simulator.usbIpAddress().<Bus>map(UsbIpBus::at).stream().toList();
    }

    /** What somebody with all these tokens in hand would see and do. */
    public Region panel(Desk desk) {
        return new DemoPanel(simulator.simulator(), control, desk);
    }

    /** The demo's operator comes in by himself. */
    public void signIn(Desk desk, Front front) {
        desk.tasks()
                .create(() -> desk.signIn().begin(OPERATOR, WORDS.toCharArray()))
                .onSuccess(step -> {
                    if (step instanceof SignInStep.SignedIn(var console)) {
                        front.begin(new Shift(desk, console, OPERATOR));
                    }
                })
                .start();
    }

    @Override
    public void close() {
        try (folder;
                registry;
                simulator) {
            control.close();
        }
    }
}
