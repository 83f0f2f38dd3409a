package fobsmith.cli.demo;

import fobsmith.cli.Surroundings;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.RunningSimulator;
import fobsmith.firmware.fob.FobDescription;
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

/** Everything the demo needs, running: registry, service, and three fobs fresh from the vendor. */
final class Stage implements AutoCloseable {
    private final Registry registry;
    private final HttpService service;
    private final RunningSimulator simulator;
    private final ControlClient fobs;
    private final Path seedFile;

    private Stage(
            Registry registry, HttpService service, RunningSimulator simulator, ControlClient fobs, Path seedFile) {
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
        var simulator =
                RunningSimulator.start(RunningSimulator.Setting.of(List.of(), control), surroundings.clock());
        try (var crate = new Crate(surroundings.randomness())) {
            var fobs = ControlClient.open(control);
            crate.seeds().forEach((serial, seed) -> seed.use(bytes -> add(fobs, serial, bytes)));
            return new Stage(registry, service, simulator, fobs, crate.write(folder.resolve("acme.pskc.xml")));
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
