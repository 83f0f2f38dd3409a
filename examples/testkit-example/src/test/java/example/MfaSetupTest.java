package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fobsmith.testkit.FobsmithService;
import fobsmith.testkit.Login;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

class MfaSetupTest {
    private static final String OWN_DEVICES = """
            {"Version": "2012-10-17", "Statement": {
                "Effect": "Allow",
                "Action": "iam:ListMFADevices",
                "Resource": "arn:aws:iam::*:user/${aws:username}",
                "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}}""";

    @RegisterExtension
    static final FobsmithService aws = FobsmithService.started();

    private final IamClient iam = IamClient.builder()
            .endpointOverride(aws.endpoint())
            .region(Region.AWS_GLOBAL)
            .credentialsProvider(of(aws.administrator()))
            .build();
    private final MfaSetup setup = new MfaSetup(iam);

    private static StaticCredentialsProvider of(Login login) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(login.accessKeyId(), login.secretAccessKey()));
    }

    private static StsClient sts(Login login) {
        return StsClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(of(login))
                .build();
    }

    @Test
    void aUserSignsInWithTheAppHeHasScanned() {
        var ann = aws.newUser("ann");
        iam.putUserPolicy(
                request -> request.userName("ann").policyName("own-devices").policyDocument(OWN_DEVICES));
        var device = setup.begin("ann");
        assertTrue(MfaSetup.pictureOf(device).startsWith("data:image/png;base64,iVBORw0KGgo"));

        var app = aws.app(device.base32StringSeed().asUtf8String());
        assertTrue(setup.finish("ann", device, app.nextCode(), app.nextCode()));

        try (var sts = sts(ann)) {
            var code = app.nextCode();
            var session = sts.getSessionToken(request ->
                            request.serialNumber(device.serialNumber()).tokenCode(code))
                    .credentials();
            var credentials = AwsSessionCredentials.create(
                    session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
            try (var annsIam = IamClient.builder()
                    .endpointOverride(aws.endpoint())
                    .region(Region.AWS_GLOBAL)
                    .credentialsProvider(StaticCredentialsProvider.create(credentials))
                    .build()) {
                assertEquals(1, annsIam.listMFADevices().mfaDevices().size());
            }
            // As at AWS, a code is good once.
            assertThrows(
                    StsException.class,
                    () -> sts.getSessionToken(request ->
                            request.serialNumber(device.serialNumber()).tokenCode(code)));
        }
    }

    @Test
    void wrongCodesLeaveNoDeviceBehind() {
        aws.newUser("ben");
        var device = setup.begin("ben");
        var app = aws.app(device.base32StringSeed().asUtf8String());
        var code = app.nextCode();
        assertFalse(setup.finish("ben", device, code, code));
        assertFalse(iam.listVirtualMFADevices().virtualMFADevices().stream()
                .anyMatch(left -> left.serialNumber().equals(device.serialNumber())));
    }

    @Test
    void aFobWorksByTheNumberOnItsBack() {
        aws.newUser("cat");
        var fob = aws.fob("GAHT12345678");
        aws.advance(Duration.ofDays(100));
        iam.enableMFADevice(request -> request.userName("cat")
                .serialNumber("GAHT12345678")
                .authenticationCode1(fob.nextCode())
                .authenticationCode2(fob.nextCode()));
        assertEquals(
                "GAHT12345678",
                iam.listMFADevices(request -> request.userName("cat")).mfaDevices().getFirst().serialNumber());
    }
}
