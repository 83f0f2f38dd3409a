package fobsmith.cli;

import fobsmith.devices.Bus;
import fobsmith.devices.ServerAddress;
import fobsmith.devices.serial.TcpSerialBus;
import fobsmith.devices.usb.UsbIpBus;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** Where tokens may be plugged in: this machine's USB, smart-card readers and serial ports, and servers of such. */
public final class LinkOptions {
    private static final int USUAL_USBIP_PORT = 3240;
    private static final int NO_USUAL_PORT = 0;

    @Option(
            names = "--usbip",
            paramLabel = "HOST[:PORT]",
            description = {
                "USB/IP server to look at too, such as the simulator's; may be repeated",
                "(default: $FOBSMITH_USBIP, comma-separated; port 3240)."
            })
    private List<String> usbIp = List.of();

    @Option(
            names = "--serial-port",
            paramLabel = "PATH",
            description = {
                "Terminal or serial port to ask too, which no system lists; may be repeated",
                "(default: $FOBSMITH_SERIAL, comma-separated)."
            })
    private List<String> serialPorts = List.of();

    @Option(
            names = "--serial-tcp",
            paramLabel = "HOST:PORT",
            description = {
                "Serial port behind a TCP server to ask too; may be repeated",
                "(default: $FOBSMITH_SERIAL_TCP, comma-separated)."
            })
    private List<String> serialServers = List.of();

    @Option(
            names = "--insecure-link",
            description = "Take servers on other machines: nothing protects what goes over the wire.")
    private boolean insecureLink;

    /** The caller closes the bench. */
    public Bench open(Surroundings surroundings) {
        var bench = Bench.ofThisMachine(surroundings.clock(), named(surroundings));
        try {
            given(usbIp, "FOBSMITH_USBIP", surroundings).forEach(address -> bench.add(usbIp(address)));
            given(serialServers, "FOBSMITH_SERIAL_TCP", surroundings).forEach(address -> bench.add(serial(address)));
            return bench;
        } catch (RuntimeException e) {
            bench.close();
            throw e;
        }
    }

    private Path[] named(Surroundings surroundings) {
        return given(serialPorts, "FOBSMITH_SERIAL", surroundings).stream()
                .map(Path::of)
                .toArray(Path[]::new);
    }

    private static List<String> given(List<String> options, String variable, Surroundings surroundings) {
        if (!options.isEmpty()) {
            return options;
        }
        return surroundings
                .variable(variable)
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
                .orElseGet(ArrayList::new);
    }

    private static InetSocketAddress server(String address, int usualPort) {
        try {
            return ServerAddress.parse(address, usualPort);
        } catch (IllegalArgumentException e) {
            int port = usualPort == NO_USUAL_PORT ? 5601 : usualPort;
            throw new CliException(String.valueOf(e.getMessage()), "for example 127.0.0.1:%d".formatted(port));
        }
    }

    private Bus usbIp(String address) {
        var server = server(address, USUAL_USBIP_PORT);
        return insecureLink ? UsbIpBus.insecurelyAt(server) : UsbIpBus.at(server);
    }

    private Bus serial(String address) {
        var server = server(address, NO_USUAL_PORT);
        return insecureLink ? TcpSerialBus.insecurelyAt(server) : TcpSerialBus.at(server);
    }
}
