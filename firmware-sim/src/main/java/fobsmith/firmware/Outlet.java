package fobsmith.firmware;

import java.nio.file.Path;

/** What kind of socket a token is plugged into. */
public sealed interface Outlet {
    /** The simulator's USB/IP port: every token that has a USB plug. */
    record UsbIp() implements Outlet {}

    /**
     * A slot of the virtual reader of pcscd: every token that is a smart card. Tokens of one reader fill its slots in turn.
     *
     * @param port of the reader's first slot, on 127.0.0.1
     */
    record Vpcd(int port) implements Outlet {
        public Vpcd {
            requirePort(port, 1);
        }
    }

    /**
     * A pseudo terminal: a token with a serial console.
     *
     * @param link symbolic link that leads to it as long as the token is plugged in
     */
    record Pty(Path link) implements Outlet {}

    /**
     * A TCP port that carries a serial console.
     *
     * @param port on 127.0.0.1; 0 for a free one
     */
    record TcpSerial(int port) implements Outlet {
        public TcpSerial {
            requirePort(port, 0);
        }
    }

    private static void requirePort(int port, int first) {
        if (port < first || port > 65_535) {
            throw new IllegalArgumentException("port %d is not between %d and 65535".formatted(port, first));
        }
    }
}
