package fobsmith.checks.service;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Somebody with an access key, whose requests AWS's own signer signs at the time of this clock. Thread-safe. */
public record Caller(HttpClient http, URI service, InstantSource clock, AwsCredentialsIdentity identity) {
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    public static HttpClient http1() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Members come as name, value, name, value. Throws if the connection breaks before the answer is whole. */
    public Reply iam(String action, String... members) throws IOException, InterruptedException {
        return send("iam", form(action, "2010-05-08", members));
    }

    public Reply sts(String action, String... members) throws IOException, InterruptedException {
        return send("sts", form(action, "2011-06-15", members));
    }

    public Reply signIn(String serial, String code) throws IOException, InterruptedException {
        return sts("GetSessionToken", "SerialNumber", serial, "TokenCode", code);
    }

    private static String form(String action, String version, String... members) {
        var body = new StringBuilder("Action=%s&Version=%s".formatted(action, version));
        for (int i = 0; i < members.length; i++) {
            body.append(i % 2 == 0 ? "&" : "=").append(URLEncoder.encode(members[i], StandardCharsets.UTF_8));
        }
        return body.toString();
    }

    private Reply send(String name, String body) throws IOException, InterruptedException {
        var signed = sign(name, body);
        var request = HttpRequest.newBuilder(service).POST(HttpRequest.BodyPublishers.ofString(body));
        signed.request().forEachHeader((header, values) -> {
            // Java's client writes this one itself.
            if (!header.equalsIgnoreCase("Host")) {
                values.forEach(value -> request.header(header, value));
            }
        });
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }

    SignedRequest sign(String name, String body) {
        var request = SdkHttpRequest.builder()
                .uri(service)
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .build();
        return SIGNER.sign(toSign -> toSign.identity(identity)
                .request(request)
                .payload(ContentStreamProvider.fromUtf8String(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, name)
                .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                .putProperty(HttpSigner.SIGNING_CLOCK, clock.withZone(ZoneOffset.UTC)));
    }
}
