package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.TestSigner;
import fobsmith.iam.wire.WireRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the endpoint makes of a request before any operation sees it. */
class ProtocolTest extends RiggedTest {
    private static final String FAULT = "http://webservices.amazon.com/AWSFault/2005-15-09";
    private static final String MISMATCH = "The request signature we calculated does not match the signature you"
            + " provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.";
    private static final String UNKNOWN_KEY = "The security token included in the request is invalid.";

    private Reply post(String body) {
        return rig.send(Client.form(body));
    }

    @ParameterizedTest
    @CsvSource({
        "Action=Nonsense&Version=2010-05-08, Nonsense, 2010-05-08",
        "Action=&Version=2010-05-08, '', 2010-05-08",
        "Action=getuser&Version=2010-05-08, getuser, 2010-05-08",
        "Action=GetUser&Version=2011-06-15, GetUser, 2011-06-15",
        "Action=GetSessionToken&Version=2010-05-08, GetSessionToken, 2010-05-08",
        "Action=GetUser&Version=2000-01-01, GetUser, 2000-01-01",
        "Action=GetUser&Version=, GetUser, ''",
        "Action=GetUser, GetUser, NO_VERSION_SPECIFIED",
        "Action=%00%0D, \uFFFD\uFFFD, NO_VERSION_SPECIFIED"
    })
    void findsNoUnknownOperation(String body, String action, String version) {
        var reply = post(body);
        reply.isRefused(400, "InvalidAction", "Could not find operation %s for version %s".formatted(action, version));
        assertThat(reply.root().getNamespaceURI()).isEqualTo(FAULT);
    }

    @Test
    void repeatsNoMoreThanThe256FirstCharacters() {
        post("Action=%s&Version=%s".formatted("a".repeat(9999), "v".repeat(257)))
                .isRefused(
                        400,
                        "InvalidAction",
                        "Could not find operation %s for version %s".formatted("a".repeat(256), "v".repeat(256)));
    }

    @Test
    void sendsRequestsWithoutAnActionToTheManual() {
        for (var body : List.of("", "&&", "Version=2010-05-08", "{\"Action\": \"GetUser\"}")) {
            isSentToTheManual(Client.form(body));
        }
    }

    @Test
    void sendsPostsWithoutAContentTypeToTheManual() {
        var headers = Map.of("host", List.of("localhost"));
        var body = "Action=GetUser&Version=2010-05-08".getBytes(UTF_8);
        isSentToTheManual(new WireRequest("POST", "/", "", headers, body, "127.0.0.1"));
    }

    private void isSentToTheManual(WireRequest request) {
        var answer = rig.endpoint.answer(request);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).isEqualTo(Map.of("location", "https://aws.amazon.com/iam"));
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void takesTheFirstOfSeveralActions() {
        var reply = rig.send(admin.sign(
                "iam",
                Client.form("Action=GetUser&Action=DeleteUser&Version=2010-05-08&Version=x&UserName=administrator")));
        assertThat(reply.ok().root().getLocalName()).isEqualTo("GetUserResponse");
    }

    @Test
    void ignoresUnknownMembersAndEmptyLists() {
        admin.iam("GetUser", "Tags", "", "Nonsense.member.1", "x").ok();
    }

    @Test
    void answersAGetWithEverythingInTheQuery() {
        var request = new WireRequest(
                "GET",
                "/",
                "UserName=Administrator&Version=2010-05-08&Action=GetUser",
                Map.of("host", List.of("localhost")),
                new byte[0],
                "127.0.0.1");
        assertThat(rig.send(admin.sign("iam", request)).ok().text("UserName")).isEqualTo("administrator");
    }

    @Test
    void readsTheQueryOfAPostFirst() {
        var form = Client.form("Action=ListUsers&Version=2010-05-08");
        var request = new WireRequest(
                form.method(), form.path(), "Action=GetUser", form.headers(), form.body(), form.address());
        assertThat(rig.send(admin.sign("iam", request)).ok().root().getLocalName())
                .isEqualTo("GetUserResponse");
    }

    @Test
    void refusesAMisusedPercentSign() {
        for (var body : List.of("%", "Action=GetUser&Version=2010-05-08&UserName=%4", "Action=%zz")) {
            post(body).isInvalid("The request is not well-formed: a percent sign is misused.");
        }
    }

    @Test
    void asksForCredentials() {
        var reply = post("Action=GetUser&Version=2010-05-08");
        reply.isRefused(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
        assertThat(reply.root().getNamespaceURI()).isEqualTo("https://iam.amazonaws.com/doc/2010-05-08/");
    }

    @Test
    void tellsAStaleRequestSoBeforeItsKeyIsLookedUp() {
        var late = admin.withKeyId("AKIAIOSFODNN7EXAMPLE")
                .sign("sts", Client.form("Action=GetCallerIdentity&Version=2011-06-15"));
        rig.station.clock.turn(Duration.ofMinutes(16));
        rig.send(late)
                .isRefused(
                        403,
                        "SignatureDoesNotMatch",
                        "Signature expired: 20261123T120000Z is now earlier than 20261123T120100Z (20261123T121600Z - 15"
                                + " min.)");
    }

    @Test
    void doesNotKnowUnknownKeys() {
        for (var id : List.of("AKIAIOSFODNN7EXAMPLE", "", "x", "akia", "AKIA' OR 1=1 --")) {
            admin.withKeyId(id).iam("GetUser").isRefused(403, "InvalidClientTokenId", UNKNOWN_KEY);
        }
    }

    @Test
    void refusesAnotherSecretAndAnotherUsersKey() {
        var bob = rig.newUser("bob");
        admin.withSecret("x").iam("GetUser").isRefused(403, "SignatureDoesNotMatch", MISMATCH);
        admin.withSecret(bob.secret()).iam("GetUser").isRefused(403, "SignatureDoesNotMatch", MISMATCH);
        bob.withKeyId(admin.keyId()).iam("GetUser").isRefused(403, "SignatureDoesNotMatch", MISMATCH);
    }

    @Test
    void validatesOnlyWhatIsAuthentic() {
        admin.withSecret("x").iam("CreateUser").isRefused(403, "SignatureDoesNotMatch", MISMATCH);
    }

    @Test
    void wantsTheRightServiceInTheScope() {
        rig.send(admin.sign("sts", Client.form("Action=GetUser&Version=2010-05-08")))
                .isRefused(403, "SignatureDoesNotMatch", "Credential should be scoped to correct service: 'iam'. ");
        rig.send(admin.sign("iam", Client.form("Action=GetCallerIdentity&Version=2011-06-15")))
                .isRefused(403, "SignatureDoesNotMatch", "Credential should be scoped to correct service: 'sts'. ");
    }

    @Test
    void takesAnyRegion() {
        for (var region : List.of("us-east-1", "aws-global", "us-gov-west-1", "nowhere", "")) {
            var signer = new TestSigner(admin.keyId(), admin.secret(), region, "iam");
            rig.send(signer.sign(Client.form("Action=GetUser&Version=2010-05-08"), rig.station.clock.instant()))
                    .ok();
        }
    }

    @Test
    void takesHeadersInAnyAlphabet() {
        var request = Client.withHeader(Client.form("Action=GetUser&Version=2010-05-08"), "x-note", "東京 Grüße 😀");
        rig.send(admin.sign("iam", request)).ok();
    }

    @Test
    void refusesASessionTokenThatWasAddedAfterwards() {
        var signed = admin.sign("iam", Client.form("Action=GetUser&Version=2010-05-08"));
        rig.send(Client.withHeader(signed, "x-amz-security-token", "x"))
                .isRefused(
                        403,
                        "SignatureDoesNotMatch",
                        "'X-Amz-Security-Token' must be a 'SignedHeader' in the AWS Authorization.");
    }

    @Test
    void isNotFooledByASecondHeaderOfTheSameName() {
        var signed = admin.sign("iam", Client.form("Action=GetUser&Version=2010-05-08"));
        var headers = new HashMap<>(signed.headers());
        headers.put("host", List.of("127.0.0.1:8080", "elsewhere"));
        rig.send(new WireRequest(
                        signed.method(), signed.path(), signed.query(), headers, signed.body(), signed.address()))
                .isRefused(403, "SignatureDoesNotMatch", MISMATCH);
    }
}
