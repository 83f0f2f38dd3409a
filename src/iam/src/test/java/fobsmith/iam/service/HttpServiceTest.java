package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fobsmith.iam.wire.WireRequest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServiceTest extends RiggedTest {
    private static final String GET_USER = "Action=GetUser&Version=2010-05-08";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpService service;

    @BeforeEach
    void start() {
        service = HttpService.start(0, rig.endpoint::answer);
    }

    @AfterEach
    void stop() {
        service.close();
        http.close();
    }

    private WireRequest request(String method, String query, String body) {
        var host = service.uri().getAuthority();
        var form = Client.withHeader(Client.form(body), "host", host);
        return new WireRequest(method, "/", query, form.headers(), form.body(), form.address());
    }

    private HttpResponse<String> send(WireRequest request) throws IOException, InterruptedException {
        return send(request, BodyPublishers.ofByteArray(request.body()));
    }

    private HttpResponse<String> send(WireRequest request, BodyPublisher body)
            throws IOException, InterruptedException {
        var query = request.query().isEmpty() ? "" : "?" + request.query();
        var builder =
                HttpRequest.newBuilder(URI.create(service.uri() + "/" + query)).method(request.method(), body);
        request.headers().forEach((name, values) -> {
            if (!name.equals("host")) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return http.send(builder.build(), BodyHandlers.ofString());
    }

    @Test
    void answersASignedRequest() throws IOException, InterruptedException {
        var response = send(admin.sign("iam", request("POST", "", GET_USER)));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("text/xml");
        assertThat(response.headers().allValues("x-amzn-requestid"))
                .hasSize(1)
                .allSatisfy(id -> assertThat(response.body()).contains("<RequestId>" + id + "</RequestId>"));
        assertThat(response.body()).contains("<UserName>administrator</UserName>");
    }

    @Test
    void namesRequestsOfStsTwice() throws IOException, InterruptedException {
        for (var action : List.of("GetCallerIdentity", "GetSessionToken&DurationSeconds=1")) {
            var body = "Action=%s&Version=2011-06-15".formatted(action);
            var headers = send(admin.sign("sts", request("POST", "", body))).headers();
            var id = headers.firstValue("x-amzn-requestid").orElseThrow();
            assertThat(headers.allValues("x-amz-sts-extended-request-id"))
                    .singleElement()
                    .satisfies(extended ->
                            assertThat(Base64.getDecoder().decode(extended)).isEqualTo(id.getBytes(UTF_8)));
        }
        assertThat(send(admin.sign("iam", request("POST", "", GET_USER)))
                        .headers()
                        .map())
                .doesNotContainKey("x-amz-sts-extended-request-id");
    }

    @Test
    void hashesTheBodyAsItCame() throws IOException, InterruptedException {
        for (var blank : List.of("+", "%20", "%2b%7E*~")) {
            var body = GET_USER + "&Note=a" + blank + "%C3%A9&&";
            assertThat(send(admin.sign("iam", request("POST", "", body))).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void answersAGetWithEverythingInTheQuery() throws IOException, InterruptedException {
        var query = GET_USER + "&UserName=Administrator&Note=a%20b%2B%2f*~";
        var response = send(admin.sign("iam", request("GET", query, "")));
        assertThat(response.body()).contains("<UserName>administrator</UserName>");
    }

    @Test
    void sendsTheStatusOfARefusal() throws IOException, InterruptedException {
        var response = send(request("POST", "", GET_USER));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("content-type")).contains("text/xml");
        assertThat(response.body()).contains("<Code>MissingAuthenticationToken</Code>");
    }

    @Test
    void redirectsABrowser() throws IOException, InterruptedException {
        var response = send(new WireRequest("GET", "/", "", Map.of(), new byte[0], ""));
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("location")).contains("https://aws.amazon.com/iam");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void refusesAChangedHeader() throws IOException, InterruptedException {
        var signed = admin.sign("iam", request("POST", "", GET_USER));
        var response = send(Client.withHeader(signed, "content-type", "application/x-www-form-urlencoded"));
        assertThat(response.body()).contains("<Code>SignatureDoesNotMatch</Code>");
    }

    @Test
    void takesABodyOfOneMebibyte() throws IOException, InterruptedException {
        var largest = GET_USER + "&x=" + "y".repeat((1 << 20) - GET_USER.length() - 3);
        assertThat(send(admin.sign("iam", request("POST", "", largest))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesALargerBodyBeforeItIsSent() throws IOException {
        assertThat(raw("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048577\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    /** Sends just this and reads the first line of what comes back; the service may keep the connection open. */
    private String raw(String request) throws IOException {
        try (var client = RawClient.of(service)) {
            client.socket().getOutputStream().write(request.getBytes(UTF_8));
            var reader =
                    new BufferedReader(new InputStreamReader(client.socket().getInputStream(), UTF_8));
            return String.valueOf(reader.readLine());
        }
    }

    /** No client of AWS sends one. */
    @Test
    void wantsToKnowHowLongABodyIs() throws IOException, InterruptedException {
        var signed = admin.sign("iam", request("POST", "", GET_USER));
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(signed.body()));
        assertThat(send(signed, body).statusCode()).isEqualTo(411);
        for (var encoding : List.of("gzip", "gzip, chunked", "identity", "x")) {
            assertThat(raw("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: %s\r\n\r\n".formatted(encoding)))
                    .isEqualTo("HTTP/1.1 411 Length Required");
        }
    }

    /** Who reads no answer before he has sent all would not see it if the service hung up on him. */
    @Test
    void letsAClientFinishThatSendsABodyOfUnknownLength() throws IOException {
        try (var client = RawClient.of(service)) {
            client.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            assertThat(client.socket().getInputStream().read()).isEqualTo('H');
            for (int sixteenth = 0; sixteenth < 16; sixteenth++) {
                client.send("10000\r\n" + "n".repeat(1 << 16) + "\r\n");
            }
            client.socket().shutdownOutput();
            assertThat(client.rest()).startsWith("TTP/1.1 411 Length Required\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Note: Grüße 東京 😀",
                "Authorization: AWS4-HMAC-SHA256 Credential=ä/ö/ü/iam/aws4_request, SignedHeaders=host, Signature=ß",
                "X-Amz-Date: \u0001",
                "no colon",
                ": no name",
                "Content-Length: -1",
                "Host: another"
            })
    void refusesOddHeadersWithoutFailing(String header) throws IOException {
        assertThat(raw("POST / HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(header)
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(GET_USER.length(), GET_USER)))
                .startsWith("HTTP/1.1 4");
    }

    /** What a client signs is the path as it stands, or as its SDK tidies it up: only for one path are these the same. */
    @ParameterizedTest
    @ValueSource(strings = {"//", "/./", "/x/..", "/;x", "/.", "/%2F", "/%2e", "/x", "*", "http://localhost//"})
    void answersAtOnePathOnly(String path) throws IOException {
        var form = request("POST", "", GET_USER);
        var signed = admin.sign("iam", new WireRequest("POST", path, "", form.headers(), form.body(), form.address()));
        assertThat(raw("POST %s HTTP/1.1\r\n%sContent-Length: %d\r\n\r\n%s"
                        .formatted(path, headers(signed), GET_USER.length(), GET_USER)))
                .isEqualTo("HTTP/1.1 404 Not Found");
    }

    private static String headers(WireRequest request) {
        return request.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue().getFirst() + "\r\n")
                .collect(Collectors.joining());
    }

    /** The client's fault, and no stack trace for the service's log. */
    @ParameterizedTest
    @ValueSource(strings = {"POST\0 / HTTP/1.1", "P(ST / HTTP/1.1", "POST / HTTP/1.1\0", "POST / HTTP/x.1", "\0"})
    void refusesAFirstLineThatIsNone(String line) throws IOException {
        assertThat(raw(line + "\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void saysThatItFailedWhereItDid() throws IOException, InterruptedException {
        try (var failing = HttpService.start(0, request -> {
            throw new IllegalStateException("as a test");
        })) {
            var response = http.send(HttpRequest.newBuilder(failing.uri()).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).doesNotContain("as a test");
        }
    }

    @Test
    void saysWhichPortIsBusy() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThatExceptionOfType(PortBusyException.class)
                    .isThrownBy(() -> HttpService.start(port, rig.endpoint::answer))
                    .withMessage("cannot listen on 127.0.0.1:%d: the port is in use or not allowed", port);
        }
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(service.uri()).hasHost("127.0.0.1").hasPort(service.port());
    }
}
