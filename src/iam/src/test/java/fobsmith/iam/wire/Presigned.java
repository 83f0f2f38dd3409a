package fobsmith.iam.wire;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * GetCallerIdentity as a URL, signed by AWS's own signer.
 *
 * @param expires null to leave that out; the signer then adds a header that has to be sent
 */
public record Presigned(
        AwsCredentialsIdentity identity,
        Instant time,
        @Nullable Duration expires) {

    public static Presigned by(String keyId, String secret, Instant time) {
        return new Presigned(AwsCredentialsIdentity.create(keyId, secret), time, Duration.ofMinutes(15));
    }

    public Presigned withToken(String token) {
        var session = AwsSessionCredentialsIdentity.create(identity.accessKeyId(), identity.secretAccessKey(), token);
        return new Presigned(session, time, expires);
    }

    public Presigned withExpires(@Nullable Duration other) {
        return new Presigned(identity, time, other);
    }

    /** What a service there is to be asked for; to be sent without headers if it says how long it lives. */
    public URI url(URI service) {
        return signed(service).getUri();
    }

    private SdkHttpRequest signed(URI service) {
        var request = SdkHttpRequest.builder()
                .uri(service)
                .method(SdkHttpMethod.GET)
                .putRawQueryParameter("Action", "GetCallerIdentity")
                .putRawQueryParameter("Version", "2011-06-15")
                .build();
        return AwsV4HttpSigner.create()
                .sign(toSign -> {
                    toSign.identity(identity)
                            .request(request)
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                            .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                            .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                            .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC));
                    if (expires != null) {
                        toSign.putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, expires);
                    }
                })
                .request();
    }

    /** As the service on port 8470 gets it. */
    public WireRequest request() {
        var signed = signed(URI.create("http://127.0.0.1:8470/"));
        var headers = new HashMap<String, List<String>>();
        signed.forEachHeader((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new WireRequest("GET", "/", signed.getUri().getRawQuery(), headers, new byte[0], "127.0.0.1");
    }
}
