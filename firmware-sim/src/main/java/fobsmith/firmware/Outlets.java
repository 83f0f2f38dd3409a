package fobsmith.firmware;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The socket that a command line chooses for fresh tokens. */
public final class Outlets {
    private Outlets() {}

    /**
     * The one that is given; the USB/IP port where none is.
     *
     * @param vpcd port of pcscd's virtual reader
     * @param pty symbolic link to make
     * @param tcp port to listen on
     * @throws IllegalArgumentException where more than one is given, or a port is none
     */
    public static Outlet choose(@Nullable Integer vpcd, @Nullable Path pty, @Nullable Integer tcp) {
        var chosen = new ArrayList<Outlet>();
        Optional.ofNullable(vpcd).ifPresent(port -> chosen.add(new Outlet.Vpcd(port)));
        Optional.ofNullable(pty).ifPresent(link -> chosen.add(new Outlet.Pty(link)));
        Optional.ofNullable(tcp).ifPresent(port -> chosen.add(new Outlet.TcpSerial(port)));
        if (chosen.size() > 1) {
            throw new IllegalArgumentException("a token is plugged into one of vpcd, pty and tcp");
        }
        return chosen.isEmpty() ? new Outlet.UsbIp() : chosen.getFirst();
    }
}
