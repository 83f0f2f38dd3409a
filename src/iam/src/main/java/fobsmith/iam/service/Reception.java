package fobsmith.iam.service;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.wire.Answers;
import fobsmith.iam.wire.WireAnswer;
import fobsmith.iam.wire.WireRequest;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Hands requests on and sends the answers. Of large requests only a few are in memory at once: what clients hold back costs
 * memory too, and anybody may send a body, with or without an access key. Thread-safe.
 */
final class Reception {
    /** Longer than any request that means something. */
    private static final int LARGE = 1 << 16;

    private static final int MOST_LARGE = 8;

    private final HttpService.Handler handler;
    private final Semaphore room = new Semaphore(MOST_LARGE);

    Reception(HttpService.Handler handler) {
        this.handler = handler;
    }

    /** Only at the one path that means the same to whoever signs it as it stands and to whoever tidies it up first. */
    void respond(ServerRequest request, ServerResponse response) {
        if (!request.prologue().uriPath().rawPath().equals("/")) {
            response.next();
        } else if (request.headers().contentLength().orElse(0) <= LARGE) {
            send(handler.answer(read(request)), response);
        } else if (room.tryAcquire()) {
            try {
                send(handler.answer(read(request)), response);
            } finally {
                room.release();
            }
        } else {
            // Helidon drops the body piece by piece when it has sent this.
            send(busy(), response);
        }
    }

    private static WireAnswer busy() {
        return Answers.fault(
                UUID.randomUUID().toString(),
                new IamException(
                        IamError.SERVICE_UNAVAILABLE,
                        "The request has failed due to a temporary failure of the server."));
    }

    private static void send(WireAnswer answer, ServerResponse response) {
        response.status(Status.create(answer.status()))
                .header(HeaderNames.CONTENT_TYPE, "text/xml")
                .header(HeaderNames.create("x-amzn-RequestId"), answer.requestId());
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        response.send(answer.bytes());
    }

    private static WireRequest read(ServerRequest request) {
        try (var body = request.content().inputStream()) {
            return new WireRequest(
                    request.prologue().method().text(),
                    request.prologue().uriPath().rawPath(),
                    request.prologue().query().rawValue(),
                    headers(request),
                    body.readAllBytes(),
                    request.remotePeer().host());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> headers(ServerRequest request) {
        var headers = new HashMap<String, List<String>>();
        for (Header header : request.headers()) {
            headers.put(header.name().toLowerCase(Locale.ROOT), header.allValues());
        }
        return headers;
    }
}
