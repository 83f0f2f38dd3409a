package fobsmith.iam.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.TestSigner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRequestTest {
    private final Recording recording = Recording.first();

    @Test
    void takesTheTimeFromTheDateHeaderInEitherForm() {
        for (var date : List.of("20261123T005149Z", "Mon, 23 Nov 2026 00:51:49 GMT")) {
            var headers = recording.withoutHeader("x-amz-date").withHeader("date", date);
            var names = List.of("content-type", "date", "host");
            var authorization = recording.signer().authorization(headers.request(), names, "20261123T005149Z");
            var signed = headers.withHeader("authorization", authorization);
            assertThatCode(() -> signed.verifyAt(recording.signedAt())).doesNotThrowAnyException();
        }
    }

    @Test
    void prefersXAmzDateToDate() {
        var both = recording.withHeader("date", "Mon, 23 Nov 1998 00:51:49 GMT");
        assertThatCode(both::verify).doesNotThrowAnyException();
    }

    @Test
    void acceptsCommasWithoutBlanks() {
        assertThatCode(recording.withAuthorization(header -> header.replace(", ", ","))::verify)
                .doesNotThrowAnyException();
    }

    @Test
    void joinsRepeatedHeadersAndCollapsesBlanks() {
        var repeated = recording.withHeaders("x-note", List.of("  a   b ", "c"));
        var once = recording.withHeader("x-note", "a b,c");
        var signature = once.signedAgain("content-type", "host", "x-amz-date", "x-note");
        assertThatCode(repeated.withHeader("authorization", signature.header("authorization"))::verify)
                .doesNotThrowAnyException();
    }

    @Test
    void takesABodyThatIsAsDeclared() {
        var hash = TestSigner.sha256(recording.request().body());
        assertThatCode(recording.withHeader("x-amz-content-sha256", hash)::verify)
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNSIGNED-PAYLOAD",
                "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                "",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            })
    void refusesADeclaredHashThatIsNotTheBodysEvenIfItIsSigned(String declared) {
        var named = recording.withHeader("x-amz-content-sha256", declared);
        Refused.forItsSignature(named::verify);
        Refused.forItsSignature(
                named.signedAgain("content-type", "host", "x-amz-content-sha256", "x-amz-date")::verify);
    }

    @Test
    void refusesASessionTokenThatIsNotSigned() {
        Refused.with(
                IamError.SIGNATURE_DOES_NOT_MATCH,
                "'X-Amz-Security-Token' must be a 'SignedHeader' in the AWS Authorization.",
                recording.withHeader("x-amz-security-token", "token")::verify);
    }

    @Test
    void sortsAQueryByEncodedNameThenValue() {
        var request = new WireRequest(
                "GET",
                "/",
                "b=1&a=%7E&a=*&B=+&c&%41=%20%2b",
                Map.of("host", List.of("localhost")),
                new byte[0],
                "127.0.0.1");
        var signed = recording.signer().sign(request, recording.signedAt());
        assertThatCode(() -> SignedRequest.read(signed, Service.IAM, recording.signedAt())
                        .requireSignedWith(Recording.SECRET.getBytes(StandardCharsets.US_ASCII)))
                .doesNotThrowAnyException();
    }

    @Test
    void knowsTheKeyAndTheSessionToken() {
        var signed = SignedRequest.read(
                recording.withHeader("x-amz-security-token", "token").request(), Service.IAM, recording.signedAt());
        assertThat(signed.keyId()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
        assertThat(signed.sessionToken()).contains("token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "ä", "\u0000", "𝟘𝟙", "signature", "=", "========"})
    void refusesSignaturesOfWrongLengthOrAlphabet(String signature) {
        Refused.forItsSignature(recording.withPart("Signature", signature)::verify);
        Refused.forItsSignature(recording.withPart("Signature", signature.repeat(64))::verify);
        Refused.forItsSignature(recording.withPart("Signature", recording.part("Signature") + signature + "x")::verify);
    }

    @Test
    void refusesASignatureInUpperCase() {
        var upper = recording.part("Signature").toUpperCase(Locale.ROOT);
        Refused.forItsSignature(recording.withPart("Signature", upper)::verify);
    }

    @Test
    void refusesSignedHeadersThatAreAbsentRepeatedOrReordered() {
        for (var names : List.of(
                "content-type;host;x-absent;x-amz-date",
                "content-type;host;host;x-amz-date",
                "host;content-type;x-amz-date",
                ";content-type;host;x-amz-date",
                "content-type;host;x-amz-date;",
                "host")) {
            Refused.forItsSignature(recording.withPart("SignedHeaders", names)::verify);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "=",
                "=,=,=",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 ",
                "Bearer abc",
                "Basic dXNlcjpwYXNz",
                "AWS4-HMAC-SHA256 Credential",
                "AWS4-HMAC-SHA256 Credential=, SignedHeaders=, Signature=",
                "AWS4-HMAC-SHA256 Credential=////, SignedHeaders=host, Signature=",
                "AWS4-HMAC-SHA256 credential=a, signedheaders=host, signature=b",
                "AWS4-HMAC-SHA256\tCredential=a/b/c/d/e,SignedHeaders=host,Signature=b",
                "ÄWS4 Credential=ä/ö/ü/ß/é, SignedHeaders=host;ä, Signature=ü",
                "AWS4-HMAC-SHA256 Credential=\u0000/\u0000/\u0000/iam/aws4_request, SignedHeaders=host, Signature=\u0000"
            })
    void refusesHostileAuthorizationHeaders(String header) {
        assertThatExceptionOfType(IamException.class).isThrownBy(recording.withHeader("authorization", header)::verify);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "=", "/", ";", " ", "Credential=a,", "é", "%s", "\\"})
    void refusesLongHostileAuthorizationHeaders(String unit) {
        var many = unit.repeat(10_000);
        for (var header : List.of(
                many,
                "AWS4-HMAC-SHA256 " + many,
                "AWS4-HMAC-SHA256 Credential=%s, SignedHeaders=host, Signature=a".formatted(many),
                "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host;%s, Signature=a".formatted(many),
                "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=%s".formatted(many))) {
            assertThatExceptionOfType(IamException.class)
                    .isThrownBy(recording.withHeader("authorization", header)::verify);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Signature", "Credential", "SignedHeaders", "x"})
    void refusesRepeatedPartsSinceNoneOfThemIsTheRightOne(String part) {
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "Authorization header has more than one '%s' parameter.".formatted(part),
                recording.withAuthorization(header -> header + ", x=, %s=0".formatted(part))::verify);
    }

    @Test
    void refusesARepeatedAuthorizationHeader() {
        var header = recording.header("authorization");
        assertThatExceptionOfType(IamException.class)
                .isThrownBy(recording.withHeaders("authorization", List.of(header, header))::verify)
                .withMessage("Authorization header has more than one 'SignedHeaders' parameter.");
    }

    @Test
    void namesAPartThatHasNoValue() {
        var header = "AWS4-HMAC-SHA256 Signature=b,    Credential,    SignedHeaders";
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "'Credential' not a valid key=value pair (missing equal-sign) in Authorization header: '%s'."
                        .formatted(header),
                recording.withHeader("authorization", header)::verify);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%", "a=%4", "%zz=1", "a=%-1", "a=1&%"})
    void refusesAQueryWithAMisusedPercentSign(String query) {
        Refused.with(
                IamError.VALIDATION_ERROR,
                "The request is not well-formed: a percent sign is misused.",
                recording.withQuery(query)::verify);
    }
}
