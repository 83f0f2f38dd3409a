package fobsmith.firmware;

import fobsmith.firmware.flash.FlashException;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.serial.PortFailure;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usbip.PortBusy;
import fobsmith.firmware.vpcd.NoReader;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;

/**
 * Serves the control API of a simulator on loopback: JSON over HTTP, every request with the bearer of the control file.
 * Thread-safe. Closing stops the server and deletes the control file; the simulator stays open.
 */
final class ControlServer implements AutoCloseable {
    private static final int LONGEST_BODY = 64 * 1024;
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final ControlRoutes routes;
    private final Bearer bearer;
    private final Path file;
    private final WebServer server;
    private final ControlFile control;

    private ControlServer(Simulator simulator, Cables cables, int port, Path file) {
        this.routes = new ControlRoutes(simulator, cables);
        this.bearer = Bearer.random(new SecureRandom());
        this.file = file;
        this.server = listen(port);
        this.control = new ControlFile(URI.create("http://127.0.0.1:" + server.port()), bearer.value());
    }

    /**
     * Starts serving and then writes the control file.
     *
     * @param port 0 for a free one
     * @throws ControlException.PortBusy where the port is taken
     * @throws ControlException.ControlFileUnusable where the control file cannot be written
     */
    static ControlServer start(Simulator simulator, Cables cables, int port, Path controlFile) {
        var started = new ControlServer(simulator, cables, port, controlFile);
        try {
            started.control.write(controlFile);
            return started;
        } catch (ControlException e) {
            started.server.stop();
            throw e;
        }
    }

    /** Where the API is served: {@code http://127.0.0.1:PORT}. */
    URI address() {
        return control.url();
    }

    /** Where address and bearer stand. */
    Path controlFile() {
        return file;
    }

    private WebServer listen(int port) {
        HelidonLogs.quieten();
        requireFree(port);
        var listening = WebServer.builder()
                .address(LOOPBACK)
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .routing(routing -> routing.any(this::handle))
                .build()
                .start();
        if (!listening.isRunning()) {
            throw new ControlException.PortBusy(port, null);
        }
        return listening;
    }

    /** Helidon 4.5 only logs that it could not bind, with a stack trace; so the port is tried first. */
    private static void requireFree(int port) {
        try (var _ = new ServerSocket(port, 1, LOOPBACK)) {
            // nothing to do: it could be bound
        } catch (IOException e) {
            throw new ControlException.PortBusy(port, e);
        }
    }

    private void handle(ServerRequest request, ServerResponse response) {
        var answer = answer(request);
        response.status(answer.status());
        answer.headers().forEach(response::header);
        response.send(answer.bytes());
    }

    private Answer answer(ServerRequest request) {
        try {
            authorise(request);
            return routes.answer(call(request));
        } catch (ControlException.Refused e) {
            return Answer.error(e.status(), sentence(e));
        } catch (UnknownTokenException e) {
            return Answer.error(404, sentence(e));
        } catch (RefusedException | PortBusy | NoReader | PortFailure | FlashException | PowerLost e) {
            return Answer.error(409, sentence(e));
        } catch (IllegalArgumentException e) {
            return Answer.error(400, sentence(e));
        }
    }

    private static String sentence(RuntimeException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private void authorise(ServerRequest request) {
        var authorization = request.headers().first(HeaderNames.AUTHORIZATION);
        if (authorization.filter(bearer::isIn).isEmpty()) {
            throw new ControlException.Refused(401, "the request lacks the bearer of the control file");
        }
    }

    private static Call call(ServerRequest request) {
        var prologue = request.prologue();
        return new Call(prologue.method().text(), prologue.uriPath().rawPath(), () -> body(request));
    }

    private static byte[] body(ServerRequest request) {
        try (var content = request.content().inputStream()) {
            var bytes = content.readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) {
                throw new ControlException.Refused(413, "the request is longer than %d bytes".formatted(LONGEST_BODY));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops serving and deletes the control file. */
    @Override
    public void close() {
        server.stop();
        control.delete(file);
    }
}
