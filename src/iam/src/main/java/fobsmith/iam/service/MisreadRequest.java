package fobsmith.iam.service;

import io.helidon.http.DirectHandler;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * Answers where Helidon failed. If there is no request yet, it failed at reading one, and that is the client's fault: Helidon
 * says 500 to some malformed first lines, and logs each with a stack trace.
 */
final class MisreadRequest implements DirectHandler {
    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType event,
            Status status,
            ServerResponseHeaders headers,
            @Nullable String message) {
        return request.equals(TransportRequest.empty())
                ? DirectHandler.defaultHandler()
                        .handle(request, EventType.BAD_REQUEST, Status.BAD_REQUEST_400, headers, message)
                : DirectHandler.defaultHandler().handle(request, event, status, headers, message);
    }
}
