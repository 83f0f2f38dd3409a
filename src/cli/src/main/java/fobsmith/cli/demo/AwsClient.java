package fobsmith.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Calls the service as any program would, signed by AWS's own signer and not by ours. Shows what goes over the wire. */
final class AwsClient implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final URI service;
    private final Narrator narrator;

    AwsClient(URI service, Narrator narrator) {
        this.service = service;
        this.narrator = narrator;
    }

    /** Parameters as name, value, name, value. */
    Answer iam(Login login, String action, String... parameters) {
        return call(login, "iam", "2010-05-08", action, parameters);
    }

    Answer sts(Login login, String action, String... parameters) {
        return call(login, "sts", "2011-06-15", action, parameters);
    }

    private Answer call(Login login, String name, String version, String action, String... parameters) {
        var all = new LinkedHashMap<String, String>();
        all.put("Action", action);
        all.put("Version", version);
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        narrator.sent(login.name(), all);
        var answer = send(signed(login.identity(), name, form(all)), form(all));
        narrator.answered(answer);
        return answer;
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private SignedRequest signed(AwsCredentialsIdentity identity, String name, String body) {
        var request = SdkHttpRequest.builder()
                .uri(service.resolve("/"))
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .build();
        return signer.sign(toSign -> toSign.identity(identity)
                .request(request)
                .payload(ContentStreamProvider.fromUtf8String(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, name)
                .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
    }

    private Answer send(SignedRequest signed, String body) {
        var request = HttpRequest.newBuilder(signed.request().getUri()).POST(HttpRequest.BodyPublishers.ofString(body));
        signed.request().forEachHeader((name, values) -> {
            // Java's client writes this one itself.
            if (!name.equalsIgnoreCase("Host")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException("the service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the service answered", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
