package fobsmith.testkit;

import fobsmith.iam.service.Endpoint;
import fobsmith.iam.service.HttpService;
import java.net.URI;
import java.time.InstantSource;

/** The service's socket. Closing it waits for requests under way. */
final class Listener implements AutoCloseable {
    private final HttpService http;

    Listener(ThrowAwayRegistry registry, InstantSource signatures) {
        http = HttpService.start(0, new Endpoint(registry.registry(), signatures)::answer);
    }

    URI uri() {
        return http.uri();
    }

    @Override
    public void close() {
        http.close();
    }
}
