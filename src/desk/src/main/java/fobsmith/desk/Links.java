package fobsmith.desk;

import fobsmith.devices.Bus;
import fobsmith.devices.ServerAddress;
import fobsmith.devices.usb.UsbIpBus;
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
                .<Bus>map(server -> UsbIpBus.at(ServerAddress.parse(server, USUAL_USBIP_PORT)))
                .toList();
    }
}
