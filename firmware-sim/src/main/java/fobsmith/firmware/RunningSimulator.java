package fobsmith.firmware;

import fobsmith.firmware.parts.RefusedException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A simulator loaded from fleet files together with its control API. Thread-safe. Closing ends both and wipes the seeds. */
public final class RunningSimulator implements AutoCloseable {
    private final Simulator simulator;
    private final ControlServer server;

    private RunningSimulator(Simulator simulator, ControlServer server) {
        this.simulator = simulator;
        this.server = server;
    }

    /**
     * Loads the fleet files and serves the control API.
     *
     * @param port 0 for a free one
     * @throws FleetFileException where a fleet file cannot be read or is wrong
     * @throws RefusedException where two fleet files have the same serial
     * @throws ControlException where port or control file cannot be used
     */
    public static RunningSimulator start(List<Path> fleetFiles, InstantSource realTime, int port, Path controlFile) {
        var simulator = new Simulator(realTime);
        try {
            fleetFiles.forEach(simulator::load);
            return new RunningSimulator(simulator, ControlServer.start(simulator, port, controlFile));
        } catch (FleetFileException | RefusedException | ControlException e) {
            simulator.close();
            throw e;
        }
    }

    public Simulator simulator() {
        return simulator;
    }

    /** Where the control API is served: {@code http://127.0.0.1:PORT}. */
    public URI address() {
        return server.address();
    }

    /** Where address and bearer stand. */
    public Path controlFile() {
        return server.controlFile();
    }

    @Override
    public void close() {
        server.close();
        simulator.close();
    }
}
