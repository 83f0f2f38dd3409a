package fobsmith.firmware;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Speaks to the control API as a program in another language would: by hand. */
final class RawCalls implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String authorization;

    RawCalls(URI address, String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    static RawCalls authorised(RunningSimulator running) {
        return new RawCalls(running.address(), "Bearer " + bearer(running));
    }

    static String bearer(RunningSimulator running) {
        return ControlFile.read(running.controlFile()).bearer();
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }
}
