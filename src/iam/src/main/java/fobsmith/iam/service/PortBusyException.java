package fobsmith.iam.service;

/** Another program listens on the port. */
public final class PortBusyException extends RuntimeException {
    PortBusyException(int port) {
        super("cannot listen on 127.0.0.1:%d: the port is in use or not allowed".formatted(port));
    }
}
