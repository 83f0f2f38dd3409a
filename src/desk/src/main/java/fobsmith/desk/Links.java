package fobsmith.desk;

import fobsmith.devices.Bus;
import fobsmith.devices.usb.UsbIpBus;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

/** Servers of tokens that the environment names, as the command line reads them. */
final class Links {
    private static final int USUAL_USBIP_PORT = 3240;

    private Links() {}

    /** USB/IP servers on this machine: {@code HOST[:PORT]}, comma-separated. The caller closes them. */
    static List<Bus> usbIp(String servers) {
        return Arrays.stream(servers.split(","))
                .map(String::strip)
                .filter(server -> !server.isEmpty())
                .<Bus>map(server -> UsbIpBus.at(address(server)))
                .toList();
    }

    static InetSocketAddress address(String server) {
        int colon = server.lastIndexOf(':');
        if (colon < 0) {
            return new InetSocketAddress(server, USUAL_USBIP_PORT);
        }
        try {
            return new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("\"%s\" is not HOST or HOST:PORT".formatted(server));
        }
    }
}
