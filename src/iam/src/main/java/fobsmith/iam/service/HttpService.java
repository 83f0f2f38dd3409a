package fobsmith.iam.service;

import fobsmith.iam.wire.WireAnswer;
import fobsmith.iam.wire.WireRequest;
import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

/** IAM and STS on one plain HTTP port of the loopback interface, a virtual thread per request. Closing stops it. */
public final class HttpService implements AutoCloseable {
    private static final int LARGEST_BODY = 1 << 20;
    /** The first line and all the headers, each: ample for a presigned URL with its session token. */
    private static final int LONGEST_HEAD = 16 * 1024;

    private static final int MOST_CONNECTIONS = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebServer server;

    private HttpService(WebServer server) {
        this.server = server;
    }

    /** How requests become answers; tests put something around {@link Endpoint#answer}. */
    @FunctionalInterface
    public interface Handler {
        WireAnswer answer(WireRequest request);
    }

    /**
     * Listens on 127.0.0.1.
     *
     * @param port 0 for any free one
     * @throws PortBusyException if somebody else listens there
     */
    public static HttpService start(int port, Handler handler) {
        return start(port, handler, PATIENCE);
    }

    /**
     * As {@link #start(int, Handler)}.
     *
     * @param patience how long a request may take from its first line to its answer, and a connection wait for the next one:
     *     a client that says nothing, or a byte now and then, is hung up on
     */
    static HttpService start(int port, Handler handler, Duration patience) {
        var reception = new Reception(handler);
        var server = WebServer.builder()
                .address(InetAddress.getLoopbackAddress())
                .port(port)
                .maxPayloadSize(LARGEST_BODY)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(new ImpatientConnections(
                        Http1Config.builder()
                                .maxPrologueLength(LONGEST_HEAD)
                                .maxHeadersSize(LONGEST_HEAD)
                                .addReceiveListener(new Doorkeeper(LARGEST_BODY + 16 * LONGEST_HEAD))
                                .build(),
                        patience))
                .maxTcpConnections(MOST_CONNECTIONS)
                .idleConnectionTimeout(patience)
                .idleConnectionPeriod(patience.dividedBy(4))
                .shutdownHook(false)
                .directHandlers(
                        handlers -> handlers.addHandler(DirectHandler.EventType.INTERNAL_ERROR, new MisreadRequest()))
                .routing(routing -> routing.get("/", reception::respond).post("/", reception::respond))
                .build();
        requireFree(port);
        server.start();
        if (!server.isRunning()) {
            throw new PortBusyException(port);
        }
        return new HttpService(server);
    }

    /** Helidon only logs that it cannot listen; asking first keeps its stack trace off a user's screen. */
    private static void requireFree(int port) {
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new PortBusyException(port);
        }
    }

    public int port() {
        return server.port();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        server.stop();
    }
}
