package fobsmith.firmware;

import java.nio.file.Path;
import java.util.Set;

/**
 * Reads a token's {@code plug}: {@code {"vpcd":35963}} (port of the virtual reader's first slot), {@code {"pty":"LINK"}},
 * {@code {"tcp":5601}} (0 for a free port); without it the token is plugged into the USB/IP port.
 */
final class OutletReader {
    private OutletReader() {}

    static Outlet read(Json token) {
        if (!token.has("plug")) {
            return new Outlet.UsbIp();
        }
        var plug = token.object("plug");
        plug.requireOnly(Set.of("vpcd", "pty", "tcp"));
        if (plug.fields().size() != 1) {
            throw new IllegalArgumentException("a plug is one of vpcd, pty and tcp");
        }
        return switch (plug.fields().getFirst()) {
            case "vpcd" -> new Outlet.Vpcd(plug.whole("vpcd"));
            case "pty" -> new Outlet.Pty(Path.of(plug.text("pty")));
            default -> new Outlet.TcpSerial(plug.whole("tcp"));
        };
    }
}
