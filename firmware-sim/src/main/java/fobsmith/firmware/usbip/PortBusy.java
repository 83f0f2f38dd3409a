package fobsmith.firmware.usbip;

/** The port asked for is taken, or not ours to take. The message is one sentence for people. */
public final class PortBusy extends RuntimeException {
    PortBusy(int port, Throwable cause) {
        super("port %d on 127.0.0.1 is busy or forbidden".formatted(port), cause);
    }
}
