package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.TestSigner;
import fobsmith.iam.wire.Presigned;
import fobsmith.iam.wire.WireAnswer;
import fobsmith.iam.wire.WireRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of requests that are not quite right: each gets a proper answer, and none is taken for another. */
class MutatedRequestTest extends RiggedTest {
    private static final int ROUNDS = 1_500;

    /** A request as signed, with what its signature covers. */
    private record Original(TestSigner signer, WireRequest request) {
        static Original of(Client client, String service, WireRequest request) {
            var signer = new TestSigner(client.keyId(), client.secret(), "eu-central-1", service);
            return new Original(signer, client.sign(service, request));
        }

        boolean covers(WireRequest other) {
            var signedHeaders = request.headers().keySet().stream()
                    .filter(name -> !name.equals("authorization"))
                    .sorted()
                    .toList();
            var date = request.headers().getOrDefault("x-amz-date", List.of()).getFirst();
            return signer.signature(request, signedHeaders, date).equals(signer.signature(other, signedHeaders, date));
        }
    }

    private List<Original> originals() {
        rig.enabledFob("GAHT00000001", "administrator");
        var session = admin.mfaSession("GAHT00000001", rig.code("GAHT00000001", 0));
        var get = new WireRequest(
                "GET",
                "/",
                "Action=ListUsers&Version=2010-05-08&MaxItems=1&PathPrefix=%2F",
                Map.of("host", List.of("localhost")),
                new byte[0],
                "127.0.0.1");
        return List.of(
                Original.of(admin, "iam", Client.form("Action=GetUser&Version=2010-05-08&UserName=administrator")),
                Original.of(
                        admin, "iam", Client.form("Action=CreateUser&Version=2010-05-08&Path=%2Fa%2F&UserName=u+1")),
                Original.of(admin, "iam", get),
                Original.of(admin, "sts", Client.form("Action=GetSessionToken&Version=2011-06-15&DurationSeconds=900")),
                Original.of(session, "iam", Client.form("Action=ListVirtualMFADevices&Version=2010-05-08")),
                Original.of(session, "sts", Client.form("Action=GetCallerIdentity&Version=2011-06-15")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isNeverTakenForWhatWasSigned(long seed) {
        var originals = originals();
        var mutation = new Mutation(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var original = mutation.oneOf(originals);
            var mutated = mutation.of(original.request());
            var answer = rig.endpoint.answer(mutated);
            requireProper(answer, mutated);
            if (answer.status() == 200) {
                assertThat(original.covers(mutated)).as("%s", describe(mutated)).isTrue();
            }
        }
    }

    /** GetCallerIdentity needs no permission, so that a signature is all that stands in its way. */
    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void isNeverTakenForWhatWasPresigned(long seed) {
        var mutation = new Mutation(seed);
        var original = Presigned.by(admin.keyId(), admin.secret(), rig.station.clock.instant())
                .request();
        assertThat(rig.endpoint.answer(original).status()).isEqualTo(200);
        for (int round = 0; round < ROUNDS; round++) {
            var mutated = mutation.of(original);
            var answer = rig.endpoint.answer(mutated);
            requireProper(answer, mutated);
            if (answer.status() == 200) {
                assertThat(presignedForm(mutated)).as("%s", describe(mutated)).isEqualTo(presignedForm(original));
            }
        }
    }

    /** All that the signature of a presigned request covers, and the signature. */
    private static List<Object> presignedForm(WireRequest request) {
        return List.of(
                request.method(),
                request.path().isEmpty() ? "/" : request.path(),
                TestSigner.canonicalQuery(request.query()),
                request.headers().getOrDefault("host", List.of()).stream()
                        .map(String::strip)
                        .toList(),
                new String(request.body(), UTF_8));
    }

    private List<String> bodies() {
        var created = admin.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone")
                .ok();
        var codes =
                "&AuthenticationCode1=" + rig.appCode(created, -1) + "&AuthenticationCode2=" + rig.appCode(created, 0);
        return List.of(
                "Action=CreateUser&Version=2010-05-08&Path=%2Fa%2F&UserName=bob",
                "Action=DeleteUser&Version=2010-05-08&UserName=bob",
                "Action=ListUsers&Version=2010-05-08&Marker=AAo&MaxItems=2&PathPrefix=%2Fa",
                "Action=CreateAccessKey&Version=2010-05-08&UserName=bob",
                "Action=DeleteAccessKey&Version=2010-05-08&UserName=bob&AccessKeyId=AKIAIOSFODNN7EXAMPLE",
                "Action=CreateVirtualMFADevice&Version=2010-05-08&Path=%2Fa%2F&VirtualMFADeviceName=b",
                "Action=EnableMFADevice&Version=2010-05-08&UserName=bob&SerialNumber=" + ARN + "phone" + codes,
                "Action=ResyncMFADevice&Version=2010-05-08&UserName=bob&SerialNumber=" + ARN + "phone" + codes,
                "Action=DeactivateMFADevice&Version=2010-05-08&UserName=bob&SerialNumber=" + ARN + "phone",
                "Action=ListVirtualMFADevices&Version=2010-05-08&AssignmentStatus=Any&MaxItems=3",
                "Action=DeleteVirtualMFADevice&Version=2010-05-08&SerialNumber=" + ARN + "a%2Fb",
                "Action=GetSessionToken&Version=2011-06-15&SerialNumber=" + ARN + "phone&TokenCode=123456");
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void isAnsweredProperlyEvenIfItIsSigned(long seed) {
        var bodies = bodies();
        var mutation = new Mutation(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var body = mutation.oneOf(bodies);
            var mutated = mutation.body(Client.form(body));
            var signed = admin.sign(body.contains("2011") ? "sts" : "iam", mutated);
            requireProper(rig.endpoint.answer(signed), signed);
        }
    }

    private static void requireProper(WireAnswer answer, WireRequest request) {
        assertThat(answer.status())
                .as("%s", describe(request))
                .matches(status -> status == 200 || status == 302 || (status >= 400 && status < 500));
        if (answer.status() != 302) {
            assertThat(Reply.of(answer).text("RequestId")).isEqualTo(answer.requestId());
        }
    }

    private static String describe(WireRequest request) {
        return "%s %s?%s %s %s"
                .formatted(
                        request.method(),
                        request.path(),
                        request.query(),
                        request.headers(),
                        new String(request.body(), UTF_8));
    }
}
