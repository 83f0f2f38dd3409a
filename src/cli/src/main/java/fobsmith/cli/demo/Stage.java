package fobsmith.cli.demo;

import fobsmith.cli.Surroundings;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.RunningSimulator;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.token2.Molto2;
import fobsmith.iam.service.Endpoint;
import fobsmith.iam.service.HttpService;
import fobsmith.registry.Actor;
import fobsmith.registry.Identifiers;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Everything the demo needs, running: registry, service, three fobs fresh from the vendor, and a token on a cable. */
final class Stage implements AutoCloseable {
    private final Surroundings surroundings;
    private final Registry registry;
    private final HttpService service;
    private final RunningSimulator simulator;
    private final ControlClient fobs;
    private final Path seedFile;

    private Stage(
            Surroundings surroundings,
            Registry registry,
            HttpService service,
            RunningSimulator simulator,
            ControlClient fobs,
            Path seedFile) {
        this.surroundings = surroundings;
        this.registry = registry;
        this.service = service;
        this.simulator = simulator;
        this.fobs = fobs;
        this.seedFile = seedFile;
    }

    static Stage build(Path folder, Surroundings surroundings) throws IOException {
        var registry = registry(folder, surroundings);
        try {
            return serve(registry, folder, surroundings);
        } catch (IOException | RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    private static Stage serve(Registry registry, Path folder, Surroundings surroundings) throws IOException {
        var service = HttpService.start(0, new Endpoint(registry)::answer);
        try {
            return simulate(registry, service, folder, surroundings);
        } catch (IOException | RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private static Stage simulate(Registry registry, HttpService service, Path folder, Surroundings surroundings)
            throws IOException {
        var control = folder.resolve("control.json");
        var molto2 = FactoryOrder.of("molto2", Optional.empty(), 1, Optional.empty());
        var setting = new RunningSimulator.Setting(List.of(), List.of(molto2), 0, control, 0);
        var simulator = RunningSimulator.start(setting, surroundings.clock());
        try (var crate = new Crate(surroundings.randomness())) {
            var fobs = ControlClient.open(control);
            crate.seeds().forEach((serial, seed) -> seed.use(bytes -> add(fobs, serial, bytes)));
            var seedFile = crate.write(folder.resolve("acme.pskc.xml"));
            return new Stage(surroundings, registry, service, simulator, fobs, seedFile);
        } catch (IOException | RuntimeException e) {
            simulator.close();
            throw e;
        }
    }

    private static Registry registry(Path folder, Surroundings surroundings) {
        var account = new Identifiers(surroundings.randomness()).account();
        try (var key = RegistryKey.KeyFile.create(folder.resolve("registry.key"), surroundings.randomness())) {
            return Registry.create(
                    folder.resolve("registry.db"),
                    key,
                    RegistryKey.Cost.STANDARD,
                    account,
                    surroundings.clock(),
                    surroundings.randomness());
        }
    }

    private static String add(ControlClient fobs, String serial, byte[] seed) {
        byte[] copy = seed.clone();
        try {
            return fobs.add(FobDescription.of(serial), copy).serial();
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    Registry registry() {
        return registry;
    }

    Actor operator() {
        return registry.names().operator("demo", "localhost");
    }

    HttpService service() {
        return service;
    }

    ControlClient fobs() {
        return fobs;
    }

    /** The token on the cable, to do to it what no hand can. */
    Molto2 molto2(String serial) {
        return simulator.simulator().get(serial, Molto2.class);
    }

    /** What the token shows, after a press of its first profile's button where it has several. */
    Display look(String serial) {
        return simulator.simulator().get(serial) instanceof Molto2 ? fobs.press(serial, 0) : fobs.display(serial);
    }

    UsbIpBus usbIp() {
        return UsbIpBus.at(simulator.usbIpAddress().orElseThrow());
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Path seedFile() {
        return seedFile;
    }

    @Override
    public void close() {
        fobs.close();
        simulator.close();
        service.close();
        registry.close();
    }
}
