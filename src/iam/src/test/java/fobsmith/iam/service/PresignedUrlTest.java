package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.wire.Presigned;
import fobsmith.iam.wire.WireRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** GetCallerIdentity as a URL that somebody else may call, as clusters and vaults use it. */
class PresignedUrlTest extends RiggedTest {
    private static final String BAD_SESSION = "The security token included in the request is invalid";

    private Client bob;

    @BeforeEach
    void makeBob() {
        bob = rig.newUser("bob");
    }

    private Presigned by(Client client) {
        var presigned = Presigned.by(client.keyId(), client.secret(), rig.station.clock.instant());
        return client.token().isEmpty() ? presigned : presigned.withToken(client.token());
    }

    private Reply call(Presigned presigned) {
        var query = presigned.url(URI.create("http://127.0.0.1:8470/")).getRawQuery();
        return rig.send(new WireRequest(
                "GET", "/", query, Map.of("host", List.of("127.0.0.1:8470")), new byte[0], "127.0.0.1"));
    }

    @Test
    void saysWhoSignedIt() {
        for (var caller : List.of(bob, bob.session())) {
            assertThat(call(by(caller)).ok().text("Arn")).isEqualTo("arn:aws:iam::%s:user/bob".formatted(ACCOUNT));
        }
    }

    @Test
    void isAnsweredOverHttp() throws IOException, InterruptedException {
        try (var service = HttpService.start(0, rig.endpoint::answer);
                var http = HttpClient.newHttpClient()) {
            var url = by(bob.session()).url(service.uri().resolve("/"));
            var response = http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
            assertThat(response.body()).contains("user/bob</Arn>");
        }
    }

    /** As {@code aws eks get-token} signs it, which tells its caller that the URL is good for 14 minutes. */
    @Test
    void isGoodForAsLongAsAnyRequestWhateverItsExpirySays() {
        var minute = by(bob).withExpires(Duration.ofMinutes(1));
        rig.station.clock.turn(Duration.ofMinutes(14));
        call(minute).ok();
        rig.station.clock.turn(Duration.ofSeconds(61));
        call(minute)
                .isRefused(
                        403,
                        "SignatureDoesNotMatch",
                        "Signature expired: 20261123T120000Z is now earlier than 20261123T120001Z (20261123T121501Z - 15"
                                + " min.)");
    }

    @Test
    void isWorthAsMuchAsItsSession() {
        var session = bob.session("DurationSeconds", "900");
        call(by(session.withToken("AAAA"))).isRefused(403, "InvalidClientTokenId", BAD_SESSION);
        call(by(session.withToken(""))).isRefused(403, "InvalidClientTokenId", BAD_SESSION);
        call(by(bob.withToken(session.token()))).isRefused(403, "InvalidClientTokenId", BAD_SESSION);
        rig.station.clock.turn(Duration.ofMinutes(16));
        call(by(session)).isRefused(403, "ExpiredToken", "The security token included in the request is expired");
    }

    @Test
    void isRefusedFromAnUnknownKeyAndWithAnotherSecret() {
        call(by(bob.withKeyId("AKIAIOSFODNN7EXAMPLE"))).isRefused(403, "InvalidClientTokenId", BAD_SESSION + ".");
        assertThat(call(by(bob.withSecret("x"))).text("Code")).isEqualTo("SignatureDoesNotMatch");
    }
}
