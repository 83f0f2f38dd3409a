package fobsmith.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Reads {@code HOST:PORT} as people type it. */
final class ServerAddress {
    private ServerAddress() {}

    /** Without a port this one is meant; 0 where there is no usual one. */
    static InetSocketAddress parse(String text, int usualPort) {
        int colon = text.lastIndexOf(':');
        var host = colon < 0 ? text : text.substring(0, colon);
        try {
            int port = colon < 0 ? usualPort : Integer.parseInt(text.substring(colon + 1));
            if (port == 0) {
                throw new IllegalArgumentException("no port");
            }
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (IllegalArgumentException e) {
            throw new CliException(
                    "\"%s\" is not %s".formatted(text, usualPort == 0 ? "HOST:PORT" : "HOST or HOST:PORT"),
                    "for example 127.0.0.1:%d".formatted(usualPort == 0 ? 5601 : usualPort));
        } catch (UnknownHostException e) {
            throw new CliException("nobody knows the host of \"%s\"".formatted(text), "");
        }
    }
}
