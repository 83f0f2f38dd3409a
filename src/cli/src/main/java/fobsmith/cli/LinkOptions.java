package fobsmith.cli;

import fobsmith.devices.usb.UsbIpBus;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** Where tokens may be plugged in: this machine's USB, and USB/IP servers. */
public final class LinkOptions {
    private static final int USUAL_PORT = 3240;

    @Option(
            names = "--usbip",
            paramLabel = "HOST[:PORT]",
            description = {
                "USB/IP server to look at too, such as the simulator's; may be repeated",
                "(default: $FOBSMITH_USBIP, comma-separated; port 3240)."
            })
    private List<String> usbIp = List.of();

    @Option(
            names = "--insecure-link",
            description = "Take USB/IP servers on other machines: nothing protects what goes over the wire.")
    private boolean insecureLink;

    /** The caller closes the bench. */
    public Bench open(Surroundings surroundings) {
        var bench = Bench.ofThisMachine(surroundings.clock());
        try {
            addresses(surroundings).forEach(address -> bench.add(bus(address)));
            return bench;
        } catch (RuntimeException e) {
            bench.close();
            throw e;
        }
    }

    private List<String> addresses(Surroundings surroundings) {
        if (!usbIp.isEmpty()) {
            return usbIp;
        }
        return surroundings
                .variable("FOBSMITH_USBIP")
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
                .orElseGet(ArrayList::new);
    }

    private UsbIpBus bus(String address) {
        var server = address(address);
        return insecureLink ? UsbIpBus.insecurelyAt(server) : UsbIpBus.at(server);
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        var host = colon < 0 ? text : text.substring(0, colon);
        try {
            int port = colon < 0 ? USUAL_PORT : Integer.parseInt(text.substring(colon + 1));
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (IllegalArgumentException e) {
            throw new CliException("\"%s\" is not HOST or HOST:PORT".formatted(text), "for example 127.0.0.1:3240");
        } catch (UnknownHostException e) {
            throw new CliException("nobody knows the host of \"%s\"".formatted(text), "");
        }
    }
}
