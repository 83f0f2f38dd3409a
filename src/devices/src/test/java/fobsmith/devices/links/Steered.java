package fobsmith.devices.links;

import fobsmith.devices.serial.TcpSerialBus;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbIpBus;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.FactoryOrder;
import fobsmith.firmware.Outlet;
import fobsmith.firmware.RunningSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One simulated token at its port, and the control API that steers it. */
public record Steered(RunningSimulator simulator, ControlClient control, String serial) implements AutoCloseable {
    /** A fresh token of this model. */
    public static Steered start(Path folder, String model, Outlet outlet, InstantSource clock) {
        var order =
                FactoryOrder.of(model, Optional.empty(), 1, Optional.empty()).pluggedInto(outlet);
        var simulator = RunningSimulator.start(
                new RunningSimulator.Setting(List.of(), List.of(order), 0, folder.resolve("control.json"), 0), clock);
        return new Steered(simulator, ControlClient.open(simulator.controlFile()), order.serial());
    }

    /** The token of a fleet file, as it is written there. */
    public static Steered startFleet(Path folder, String fleet, String serial, InstantSource clock) {
        try {
            var file = Files.writeString(folder.resolve("fleet.json"), fleet);
            var simulator = RunningSimulator.start(
                    RunningSimulator.Setting.of(List.of(file), folder.resolve("control.json")), clock);
            return new Steered(simulator, ControlClient.open(simulator.controlFile()), serial);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a token on the USB/IP port. The caller closes it. */
    public UsbDevice device() {
        try (var bus = UsbIpBus.at(simulator.usbIpAddress().orElseThrow())) {
            return bus.ports().getFirst().open();
        }
    }

    /** Of a token on a TCP port. */
    public TcpSerialBus line() {
        var place = Objects.requireNonNull(simulator.places().get(serial));
        var port = Integer.parseInt(place.substring(place.indexOf(':') + 1));
        return TcpSerialBus.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    @Override
    public void close() {
        control.close();
        simulator.close();
    }
}
