package fobsmith.devices;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Reads {@code HOST:PORT} as people type it. */
public final class ServerAddress {
    private ServerAddress() {}

    /**
     * Without a port this one is meant; 0 where there is no usual one.
     *
     * @throws IllegalArgumentException with a sentence that names the text
     */
    public static InetSocketAddress parse(String text, int usualPort) {
        int colon = text.lastIndexOf(':');
        var host = colon < 0 ? text : text.substring(0, colon);
        int port = colon < 0 ? usualPort : port(text.substring(colon + 1));
        if (port <= 0 || port > 0xffff) {
            var wanted = usualPort == 0 ? "HOST:PORT" : "HOST or HOST:PORT";
            throw new IllegalArgumentException("\"%s\" is not %s".formatted(text, wanted));
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException _) {
            throw new IllegalArgumentException("nobody knows the host of \"%s\"".formatted(text));
        }
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
