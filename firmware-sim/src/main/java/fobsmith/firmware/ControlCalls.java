package fobsmith.firmware;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JacksonException;

/** One HTTP exchange with the control API: bearer, JSON both ways, refusals as exceptions. Thread-safe. */
final class ControlCalls implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path file;
    private final URI url;
    private final Bearer bearer;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();

    /** The file only names the simulator in complaints. */
    ControlCalls(Path file, ControlFile control) {
        this.file = file;
        this.url = control.url();
        this.bearer = new Bearer(control.bearer());
    }

    <T> T call(String method, String path, Class<T> answer) {
        return Json.MAPPER.readValue(exchange(method, path, BodyPublishers.noBody()), answer);
    }

    <T> T call(String method, String path, Object body, Class<T> answer) {
        var json = BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body));
        return Json.MAPPER.readValue(exchange(method, path, json), answer);
    }

    void call(String method, String path) {
        exchange(method, path, BodyPublishers.noBody());
    }

    private byte[] exchange(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", bearer.authorization())
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        var response = send(request);
        if (response.statusCode() >= 300) {
            throw new ControlException.Refused(response.statusCode(), sentence(response));
        }
        return response.body();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw ControlException.NotRunning.behind(file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ControlException.NotRunning.behind(file, e);
        }
    }

    private static String sentence(HttpResponse<byte[]> response) {
        try {
            return Json.MAPPER.readTree(response.body()).required("error").stringValue();
        } catch (JacksonException | IllegalArgumentException e) {
            return "the simulator answered %d".formatted(response.statusCode());
        }
    }

    /** A path segment: whatever is not a letter, digit, dash or underscore goes encoded. */
    static String encoded(String segment) {
        // A segment of dots alone would otherwise be taken for a step in the path.
        return URLEncoder.encode(segment, UTF_8).replace("+", "%20").replace(".", "%2E");
    }

    @Override
    public void close() {
        http.close();
    }
}
