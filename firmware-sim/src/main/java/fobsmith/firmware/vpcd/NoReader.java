package fobsmith.firmware.vpcd;

/** No vpcd takes cards where one was expected; the message says where. */
public final class NoReader extends RuntimeException {
    NoReader(int port, Throwable cause) {
        super(
                "no virtual reader takes cards at 127.0.0.1:%d; is pcscd running, with vsmartcard-vpcd?"
                        .formatted(port),
                cause);
    }
}
