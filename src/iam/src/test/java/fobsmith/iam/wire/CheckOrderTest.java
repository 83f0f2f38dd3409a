package fobsmith.iam.wire;

import static org.assertj.core.api.Assertions.assertThatCode;

import fobsmith.iam.IamError;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of a signature, each with its text, in the order of AWS's front end: of two faults the earlier is told. */
class CheckOrderTest {
    private static final String HOST = "'Host' must be a 'SignedHeader' in the AWS Authorization.";

    private final Recording recording = Recording.first();
    private final Instant now = recording.signedAt();

    @Test
    void asksForAuthenticationFirst() {
        var bare = recording.withoutHeader("authorization").withoutHeader("x-amz-date");
        Refused.with(
                IamError.MISSING_AUTHENTICATION_TOKEN,
                "Request is missing Authentication Token",
                () -> bare.verifyAt(now));
    }

    @Test
    void namesAllMissingPartsInOneMessage() {
        var empty = recording.withHeader("authorization", "AWS4-HMAC-SHA256").withoutHeader("x-amz-date");
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "Authorization header requires 'Credential' parameter."
                        + " Authorization header requires 'Signature' parameter."
                        + " Authorization header requires 'SignedHeaders' parameter."
                        + " Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
                () -> empty.verifyAt(now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Credential", "Signature", "SignedHeaders"})
    void namesTheOneMissingPart(String part) {
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "Authorization header requires '%s' parameter.".formatted(part),
                recording.withAuthorization(header -> header.replace(part + "=", "X-" + part + "="))::verify);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "20261323T005149Z", "20261123T005149", "2026-11-23T00:51:49Z"})
    void readsTheDateBeforeItsSkewAndTheRest(String date) {
        var broken = recording.withHeader("x-amz-date", date).withPart("Credential", "a/b");
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "Date must be in ISO-8601 'basic format'. Got '%s'.".formatted(date),
                () -> broken.verifyAt(now));
    }

    @Test
    void tellsAStaleRequestSoBeforeAnythingElse() {
        var broken = recording.withPart("Credential", "a/b").withPart("SignedHeaders", "date");
        Refused.with(
                IamError.SIGNATURE_DOES_NOT_MATCH,
                "Signature expired: 20261123T005149Z is now earlier than 20261123T005150Z (20261123T010650Z - 15 min.)",
                () -> broken.verifyAt(now.plus(Duration.ofMinutes(15)).plusSeconds(1)));
    }

    @Test
    void tellsAPrematureRequestSo() {
        Refused.with(
                IamError.SIGNATURE_DOES_NOT_MATCH,
                "Signature not yet current: 20261123T005149Z is still later than 20261123T005148Z"
                        + " (20261123T003648Z + 15 min.)",
                () -> recording.verifyAt(now.minus(Duration.ofMinutes(15)).minusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-15, 0, 15})
    void toleratesFifteenMinutesEitherWay(long minutes) {
        assertThatCode(() -> recording.verifyAt(now.plus(Duration.ofMinutes(minutes))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-type;x-amz-date", "", "Host", "hosts", "host ;x-amz-date"})
    void wantsTheHostSignedBeforeItLooksAtTheAlgorithm(String signedHeaders) {
        var broken = recording.withPart("SignedHeaders", signedHeaders).withAuthorization(header -> "X" + header);
        Refused.with(IamError.SIGNATURE_DOES_NOT_MATCH, HOST, broken::verify);
    }

    @Test
    void wantsTheAlgorithmBeforeItTakesTheCredentialApart() {
        var broken = recording
                .withPart("Credential", "a/b")
                .withAuthorization(header -> header.replace("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"));
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256'.",
                broken::verify);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b/c/d", "a/20261123/us-east-1/iam/aws4_request/x"})
    void wantsFiveElementsInTheCredential(String credential) {
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '%s'"
                        .formatted(credential),
                recording.withPart("Credential", credential)::verify);
    }

    @Test
    void saysAllThatIsWrongWithTheScope() {
        Refused.with(
                IamError.SIGNATURE_DOES_NOT_MATCH,
                "Credential should be scoped to correct service: 'iam'. "
                        + "Credential should be scoped with a valid terminator: 'aws4_request'. "
                        + "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
                        + " '20261122' != '20261123', from '20261123T005149Z'. ",
                recording.withPart("Credential", "a/20261122/us-east-1/ec2/aws3")::verify);
    }

    @ParameterizedTest
    @CsvSource({"IAM, iam", "STS, sts"})
    void wantsTheServiceThatTheActionBelongsTo(Service service, String name) {
        var other = service == Service.IAM ? "sts" : "iam";
        var credential = "AKIAIOSFODNN7EXAMPLE/20261123/us-east-1/%s/aws4_request".formatted(other);
        Refused.with(
                IamError.SIGNATURE_DOES_NOT_MATCH,
                "Credential should be scoped to correct service: '%s'. ".formatted(name),
                () -> SignedRequest.read(
                        recording.withPart("Credential", credential).request(), service, now));
    }

    @Test
    void tellsTheKeyIdBeforeTheSignatureIsLookedAt() {
        var unsigned = recording.withPart("Signature", "x");
        assertThatCode(() -> SignedRequest.read(unsigned.request(), Service.IAM, now))
                .doesNotThrowAnyException();
        Refused.forItsSignature(unsigned::verify);
    }
}
