package fobsmith.iam.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The query form of SigV4, as AWS's own signer writes it; texts as AWS's front end says them. */
class PresignedRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    private static final String EXAMINE = "Re-examine the query-string parameters.";

    private final Presigned presigned = Presigned.by(KEY_ID, Recording.SECRET, NOW);
    private final String query = presigned.request().query();

    private static SignedRequest read(String query, Instant now) {
        var headers = Map.of("host", List.of("127.0.0.1:8470"));
        return SignedRequest.read(
                new WireRequest("GET", "/", query, headers, new byte[0], "127.0.0.1"), Service.STS, now);
    }

    private static void verify(String query, Instant now) {
        read(query, now).requireSignedWith(Recording.SECRET.getBytes(US_ASCII));
    }

    /** With another value in place of a parameter's. */
    private String with(String parameter, String value) {
        return query.replaceAll("(?<=" + parameter + "=)[^&]*", value);
    }

    @Test
    void verifies() {
        assertThat(read(query, NOW).keyId()).isEqualTo(KEY_ID);
        assertThat(read(query, NOW).sessionToken()).isEmpty();
        assertThatCode(() -> verify(query, NOW)).doesNotThrowAnyException();
    }

    @Test
    void carriesASessionTokenThatTheSignatureCovers() {
        var signed = presigned.withToken("to/ken+==").request().query();
        assertThat(read(signed, NOW).sessionToken()).contains("to/ken+==");
        assertThatCode(() -> verify(signed, NOW)).doesNotThrowAnyException();
        Refused.forItsSignature(() -> verify(signed.replace("to%2Fken", "to%2Fkeo"), NOW));
        Refused.forItsSignature(() -> verify(query + "&X-Amz-Security-Token=added", NOW));
    }

    @Test
    void isNotReadFromHeadersAsWell() {
        var request = presigned.request();
        var headers = new HashMap<>(request.headers());
        headers.put("x-amz-security-token", List.of("smuggled"));
        headers.put("x-amz-date", List.of("19990101T000000Z"));
        var signed = SignedRequest.read(
                new WireRequest("GET", "/", request.query(), headers, new byte[0], ""), Service.STS, NOW);
        assertThat(signed.sessionToken()).isEmpty();
        assertThatCode(() -> signed.requireSignedWith(Recording.SECRET.getBytes(US_ASCII)))
                .doesNotThrowAnyException();
    }

    @Test
    void isRefusedWithAnyByteFlipped() {
        for (int i = 0; i < query.length(); i++) {
            var flipped = query.substring(0, i) + (char) (query.charAt(i) ^ 1) + query.substring(i + 1);
            assertThatExceptionOfType(IamException.class).as(flipped).isThrownBy(() -> verify(flipped, NOW));
        }
    }

    @Test
    void isRefusedWithABodyOfItsOwn() {
        var request = presigned.request();
        var posted = new WireRequest("GET", "/", request.query(), request.headers(), new byte[1], "127.0.0.1");
        Refused.forItsSignature(() ->
                SignedRequest.read(posted, Service.STS, NOW).requireSignedWith(Recording.SECRET.getBytes(US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 60, 900, 901, 604_800})
    void livesFifteenMinutesWhateverItSays(long expires) {
        livesFifteenMinutes(presigned.withExpires(Duration.ofSeconds(expires)));
    }

    @Test
    void livesFifteenMinutesIfItSaysNothing() {
        var silent = presigned.withExpires(null);
        assertThat(silent.request().query()).doesNotContain("X-Amz-Expires");
        livesFifteenMinutes(silent);
    }

    private static void livesFifteenMinutes(Presigned presigned) {
        var signed = presigned.request();
        for (long good : new long[] {-900, 0, 900}) {
            SignedRequest.read(signed, Service.STS, NOW.plusSeconds(good))
                    .requireSignedWith(Recording.SECRET.getBytes(US_ASCII));
        }
        Refused.with(
                IamError.SIGNATURE_DOES_NOT_MATCH,
                "Signature expired: 20261123T120000Z is now earlier than 20261123T120001Z (20261123T121501Z - 15 min.)",
                () -> SignedRequest.read(signed, Service.STS, NOW.plusSeconds(901)));
        Refused.with(
                IamError.SIGNATURE_DOES_NOT_MATCH,
                "Signature not yet current: 20261123T120000Z is still later than 20261123T115959Z"
                        + " (20261123T114459Z + 15 min.)",
                () -> SignedRequest.read(signed, Service.STS, NOW.minusSeconds(901)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "604801", "1e3", "99999999999999999999", "soon"})
    void refusesALifeThatIsNoneBeforeItLooksAtTheRest(String expires) {
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "X-Amz-Expires must be a number of seconds from 1 to 604800. Got '%s'.".formatted(expires),
                () -> verify(with("X-Amz-Credential", "a").replace("=900", "=" + expires), NOW));
    }

    @Test
    void namesAllMissingPartsInOneMessage() {
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "AWS query-string parameters must include 'X-Amz-Algorithm'."
                        + " AWS query-string parameters must include 'X-Amz-Credential'."
                        + " AWS query-string parameters must include 'X-Amz-Signature'."
                        + " AWS query-string parameters must include 'X-Amz-SignedHeaders'."
                        + " AWS query-string parameters must include 'X-Amz-Date'. " + EXAMINE,
                () -> verify("X-Amz-Algorithm", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Algorithm", "Credential", "Signature", "SignedHeaders", "Date"})
    void refusesAPartThatIsEmptyOrRepeated(String part) {
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "AWS query-string parameters must include 'X-Amz-%s'. ".formatted(part) + EXAMINE,
                () -> verify(with("X-Amz-" + part, ""), NOW));
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "AWS query-string parameters include more than one 'X-Amz-%s'. ".formatted(part) + EXAMINE,
                () -> verify(query + "&X-Amz-%s=x".formatted(part), NOW));
    }

    @Test
    void checksInTheOrderOfTheHeaderForm() {
        var stale = NOW.plus(Duration.ofHours(1));
        var bad = "X-Amz-Algorithm=x&X-Amz-Credential=a&X-Amz-Signature=b&X-Amz-SignedHeaders=c&X-Amz-Date=";
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "Date must be in ISO-8601 'basic format'. Got 'yesterday'.",
                () -> verify(bad + "yesterday", stale));
        assertThatExceptionOfType(IamException.class)
                .isThrownBy(() -> verify(bad + "20261123T120000Z", stale))
                .withMessageStartingWith("Signature expired: ");
        Refused.with(
                IamError.SIGNATURE_DOES_NOT_MATCH,
                "'Host' must be a 'SignedHeader' in the AWS Authorization.",
                () -> verify(bad + "20261123T120000Z", NOW));
        Refused.with(
                IamError.INCOMPLETE_SIGNATURE,
                "Unsupported AWS 'algorithm': 'AWS3'.",
                () -> verify(with("X-Amz-Algorithm", "AWS3"), NOW));
        assertThatExceptionOfType(IamException.class)
                .isThrownBy(() -> verify(with("X-Amz-Credential", "a/b/c/d"), NOW))
                .withMessageStartingWith("Credential must have exactly 5 slash-delimited elements");
        Refused.with(
                IamError.SIGNATURE_DOES_NOT_MATCH,
                "Credential should be scoped to correct service: 'iam'. ",
                () -> SignedRequest.read(presigned.request(), Service.IAM, NOW));
    }

    @Test
    void isNoRequestWithTwoSignatures() {
        var both = Recording.first().withQuery(query);
        Refused.with(
                IamError.SIGNATURE_DOES_NOT_MATCH,
                "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.",
                both::verify);
    }

    @Test
    void isOneOnlyWhereItNamesAnAlgorithm() {
        Refused.with(
                IamError.MISSING_AUTHENTICATION_TOKEN,
                "Request is missing Authentication Token",
                () -> verify(query.replace("X-Amz-Algorithm", "x-amz-algorithm"), NOW));
    }
}
