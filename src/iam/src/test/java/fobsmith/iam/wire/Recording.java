package fobsmith.iam.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.iam.TestSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A request recorded from a real client, signed with AWS's published example pair; and copies of it with a part changed. */
record Recording(String name, Service service, WireRequest request) {
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    static List<Recording> all() {
        return Stream.of("aws-cli-2.9.19.http", "aws-sdk-java-2.57.8.http")
                .flatMap(file -> read(file).stream())
                .toList();
    }

    /** The first request of the CLI: CreateVirtualMFADevice. */
    static Recording first() {
        return all().getFirst();
    }

    private static List<Recording> read(String file) {
        try {
            var text = Files.readString(Path.of("../../fixtures/iam", file));
            var recordings = new ArrayList<Recording>();
            for (var block : text.substring(text.indexOf("###\n") + 4).split("\n###\n", -1)) {
                var service = block.contains("/sts/aws4_request") ? Service.STS : Service.IAM;
                var name = file + " " + (recordings.size() + 1);
                recordings.add(new Recording(name, service, request(block.stripTrailing())));
            }
            return recordings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WireRequest request(String block) {
        int body = block.indexOf("\n\n");
        var lines = block.substring(0, body).split("\n", -1);
        var start = lines[0].split(" ", -1);
        var headers = new HashMap<String, List<String>>();
        for (var line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), List.of(line.substring(colon + 2)));
        }
        return new WireRequest(
                start[0],
                start[1],
                "",
                Map.copyOf(headers),
                block.substring(body + 2).getBytes(UTF_8),
                "127.0.0.1");
    }

    Instant signedAt() {
        return Instant.from(DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .parse(header("x-amz-date")));
    }

    String header(String name) {
        return request.header(name).orElseThrow();
    }

    /** A part of the Authorization header. */
    String part(String name) {
        var header = header("authorization");
        int start = header.indexOf(name + "=") + name.length() + 1;
        int end = header.indexOf(',', start);
        return header.substring(start, end < 0 ? header.length() : end);
    }

    /** One that signs as the recorded client did. */
    TestSigner signer() {
        var credential = part("Credential").split("/", -1);
        return new TestSigner(credential[0], SECRET, credential[2], credential[3]);
    }

    /** Verifies at the time the request says it was signed. */
    void verify() {
        verifyAt(signedAt());
    }

    void verifyAt(Instant now) {
        SignedRequest.read(request, service(), now).requireSignedWith(SECRET.getBytes(UTF_8));
    }

    Recording withHeader(String name, String value) {
        return withHeaders(name, List.of(value));
    }

    Recording withHeaders(String name, List<String> values) {
        var headers = new HashMap<>(request.headers());
        headers.put(name, values);
        return withHeaders(headers);
    }

    Recording withoutHeader(String name) {
        var headers = new HashMap<>(request.headers());
        headers.remove(name);
        return withHeaders(headers);
    }

    private Recording withHeaders(Map<String, List<String>> headers) {
        return with(request.path(), request.query(), headers, request.body());
    }

    Recording withAuthorization(UnaryOperator<String> change) {
        return withHeader("authorization", change.apply(header("authorization")));
    }

    /** Another value in place of a part of the Authorization header. */
    Recording withPart(String name, String value) {
        return withAuthorization(header -> header.replace(name + "=" + part(name), name + "=" + value));
    }

    Recording withBody(String body) {
        return with(request.path(), request.query(), request.headers(), body.getBytes(UTF_8));
    }

    Recording withPath(String path) {
        return with(path, request.query(), request.headers(), request.body());
    }

    Recording withQuery(String query) {
        return with(request.path(), query, request.headers(), request.body());
    }

    private Recording with(String path, String query, Map<String, List<String>> headers, byte[] body) {
        return new Recording(
                name,
                service,
                new WireRequest(request.method(), path, query, Map.copyOf(headers), body, request.address()));
    }

    /** Signed anew as it stands, with these headers. */
    Recording signedAgain(String... signedHeaders) {
        return withHeader(
                "authorization", signer().authorization(request, List.of(signedHeaders), header("x-amz-date")));
    }

    @Override
    public String toString() {
        return name;
    }
}
