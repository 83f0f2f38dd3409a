package fobsmith.iam.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fobsmith.iam.IamException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that real clients signed are the judge of the verifier, and of the signer that the other tests use. */
class RecordedRequestTest {
    static List<Recording> all() {
        return Recording.all();
    }

    @Test
    void holdsAllThatWereRecorded() {
        assertThat(all()).hasSize(26 + 28);
        assertThat(all()).extracting(Recording::service).contains(Service.IAM, Service.STS);
        assertThat(all().stream().map(recording -> recording.signer().region()))
                .contains("us-east-1", "eu-west-1", "us-gov-west-1", "aws-global");
    }

    @ParameterizedTest
    @MethodSource("all")
    void verifies(Recording recording) {
        assertThatCode(recording::verify).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isSignedAsTheTestSignerWould(Recording recording) {
        var headers = List.of(recording.part("SignedHeaders").split(";", -1));
        assertThat(recording.signer().signature(recording.request(), headers, recording.header("x-amz-date")))
                .isEqualTo(recording.part("Signature"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedWithAnyByteOfItsBodyChanged(Recording recording) {
        var body = recording.request().body();
        for (int i = 0; i < body.length; i++) {
            body[i] ^= 1;
            Refused.forItsSignature(recording::verify);
            body[i] ^= 1;
        }
        recording.verify();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedWithAnySignedHeaderChangedOrGone(Recording recording) {
        for (var name : recording.part("SignedHeaders").split(";", -1)) {
            if (!name.equals("x-amz-date")) {
                Refused.forItsSignature(recording.withHeader(name, recording.header(name) + "x")::verify);
                Refused.forItsSignature(recording.withoutHeader(name)::verify);
                Refused.forItsSignature(recording.withHeaders(name, List.of(recording.header(name), "x"))::verify);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedAtAnotherTimeThanItWasSignedFor(Recording recording) {
        var later = recording.header("x-amz-date").replace("T0", "T1");
        assertThatExceptionOfType(IamException.class)
                .isThrownBy(recording.withHeader("x-amz-date", later)::verify)
                .withMessage(Refused.MISMATCH);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedOnAnotherPathOrWithAQuery(Recording recording) {
        Refused.forItsSignature(recording.withPath("/x")::verify);
        Refused.forItsSignature(recording.withPath("//")::verify);
        Refused.forItsSignature(recording.withQuery("a=b")::verify);
        Refused.forItsSignature(recording.withQuery("a")::verify);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedWithAnyDigitOfItsSignatureChanged(Recording recording) {
        var signature = recording.part("Signature");
        for (int i = 0; i < signature.length(); i++) {
            char other = signature.charAt(i) == '0' ? '1' : '0';
            var changed = signature.substring(0, i) + other + signature.substring(i + 1);
            Refused.forItsSignature(recording.withPart("Signature", changed)::verify);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedInAnotherScope(Recording recording) {
        var credential = recording.part("Credential");
        var region = recording.signer().region();
        Refused.forItsSignature(recording.withPart("Credential", credential.replace(region, "eu-north-1"))::verify);
        for (var other : List.of(
                credential.replace("20261123", "20261124"),
                credential.replace("/iam/", "/ec2/").replace("/sts/", "/ec2/"),
                credential.replace("aws4_request", "aws4_requesu"))) {
            assertThatExceptionOfType(IamException.class).isThrownBy(recording.withPart("Credential", other)::verify);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedWithAnotherSecret(Recording recording) {
        Refused.forItsSignature(() -> SignedRequest.read(recording.request(), recording.service(), recording.signedAt())
                .requireSignedWith(new byte[40]));
    }
}
