package fobsmith.firmware;

import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.Token;
import fobsmith.firmware.usbip.PortBusy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A simulator loaded from fleet files together with its control API, and a USB/IP port for tokens that have a plug: they
 * begin plugged in. Thread-safe. Closing ends everything and wipes the seeds.
 */
public final class RunningSimulator implements AutoCloseable {
    private final Simulator simulator;
    private final Sockets sockets;
    private final Cables cables;
    private final ControlServer server;

    private RunningSimulator(Simulator simulator, Sockets sockets, Cables cables, ControlServer server) {
        this.simulator = simulator;
        this.sockets = sockets;
        this.cables = cables;
        this.server = server;
    }

    /**
     * What to simulate, and where to listen.
     *
     * @param orders tokens beside those of the fleet files
     * @param controlPort of the control API; 0 for a free one
     * @param usbIpPort 0 for a free one; used when a token with a plug is there
     */
    public record Setting(
            List<Path> fleetFiles, List<FactoryOrder> orders, int controlPort, Path controlFile, int usbIpPort) {
        public Setting {
            fleetFiles = List.copyOf(fleetFiles);
            orders = List.copyOf(orders);
        }

        /** Fleet files only, on free ports. */
        public static Setting of(List<Path> fleetFiles, Path controlFile) {
            return new Setting(fleetFiles, List.of(), 0, controlFile, 0);
        }
    }

    /**
     * Makes the tokens, plugs them in and serves the control API.
     *
     * @throws FleetFileException where a fleet file cannot be read or is wrong
     * @throws FlashException where a token's image cannot be used
     * @throws RefusedException where a serial is there twice
     * @throws PortBusy where the USB/IP port is taken
     * @throws ControlException where the control API's port or file cannot be used
     */
    public static RunningSimulator start(Setting setting, InstantSource realTime) {
        var simulator = new Simulator(realTime);
        var sockets = new Sockets(setting.usbIpPort);
        var cables = new Cables(simulator, sockets);
        try {
            setting.fleetFiles.forEach(file -> FleetFile.read(file, realTime).forEach(cables::add));
            setting.orders.forEach(order -> order.deliver(realTime).forEach(cables::add));
            var server = ControlServer.start(simulator, cables, setting.controlPort, setting.controlFile);
            return new RunningSimulator(simulator, sockets, cables, server);
        } catch (RuntimeException e) {
            sockets.close();
            simulator.close();
            throw e;
        }
    }

    public Simulator simulator() {
        return simulator;
    }

    /** Adds a token, plugged in where it has a plug; it is closed with the simulator. */
    public void add(Token token) {
        cables.add(Delivery.of(token));
    }

    /** Where the control API is served: {@code http://127.0.0.1:PORT}. */
    public URI address() {
        return server.address();
    }

    /** Where USB/IP is served; nowhere as long as no token had a plug. */
    public Optional<InetSocketAddress> usbIpAddress() {
        return sockets.usbIpAddress();
    }

    /** Where each token is plugged in that is not on the USB/IP port, by serial: a reader's slot, a path, a TCP port. */
    public SortedMap<String, String> places() {
        return cables.places();
    }

    /** Where address and bearer stand. */
    public Path controlFile() {
        return server.controlFile();
    }

    @Override
    public void close() {
        try (simulator;
                sockets) {
            server.close();
        }
    }
}
