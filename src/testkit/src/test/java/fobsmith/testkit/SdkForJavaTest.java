package fobsmith.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidAuthenticationCodeException;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;
import software.amazon.awssdk.services.sts.model.StsException;

/** AWS's SDK for Java, unmodified, over real HTTP: what it parses into types comes out as those. */
class SdkForJavaTest {
    @RegisterExtension
    static final FobsmithService aws = FobsmithService.started();

    private static final String OWN_USER = """
            {"Version": "2012-10-17", "Statement": {
                "Effect": "Allow", "Action": "iam:GetUser", "Resource": "arn:aws:iam::*:user/${aws:username}"}}""";

    private static int users;

    private final Sdk sdk = new Sdk(aws);
    private final IamClient iam = sdk.iam(Sdk.of(aws.administrator()));
    private Login bob;

    @BeforeEach
    void makeBob() {
        bob = aws.newUser("bob-" + users++);
        iam.putUserPolicy(request ->
                request.userName(bob.userName()).policyName("own-user").policyDocument(OWN_USER));
    }

    @AfterEach
    void close() {
        sdk.close();
    }

    private VirtualMFADevice created(String name) {
        return iam.createVirtualMFADevice(request -> request.path("/apps/").virtualMFADeviceName(name))
                .virtualMFADevice();
    }

    private Display app(VirtualMFADevice device) {
        return aws.app(device.base32StringSeed().asUtf8String());
    }

    private void enable(String serial, String code1, String code2) {
        iam.enableMFADevice(request -> request.userName(bob.userName())
                .serialNumber(serial)
                .authenticationCode1(code1)
                .authenticationCode2(code2));
    }

    private void isRefused(SdkServiceException refused, int status, String text) {
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.getMessage()).startsWith(text);
        assertThat(refused.requestId()).matches("[0-9a-f-]{36}");
    }

    @Test
    void leadsAVirtualDeviceThroughItsLife() {
        var device = created("life");
        assertThat(device.serialNumber()).isEqualTo("arn:aws:iam::%s:mfa/apps/life", aws.accountId());
        assertThat(device.qrCodePNG().asByteArray()).startsWith(0x89, 'P', 'N', 'G');
        var app = app(device);
        enable(device.serialNumber(), app.nextCode(), app.nextCode());
        assertThat(iam.listMFADevices(request -> request.userName(bob.userName()))
                        .mfaDevices())
                .extracting(MFADevice::serialNumber)
                .containsExactly(device.serialNumber());

        var session = sdk.sts(Sdk.of(bob))
                .getSessionToken(
                        request -> request.serialNumber(device.serialNumber()).tokenCode(app.nextCode()))
                .credentials();
        assertThat(session.expiration()).isAfter(aws.clock().instant());
        assertThat(sdk.iam(Sdk.of(session)).getUser().user().userName()).isEqualTo(bob.userName());
        assertThat(sdk.sts(Sdk.of(session)).getCallerIdentity().userId()).isEqualTo(bob.userId());

        iam.resyncMFADevice(request -> request.userName(bob.userName())
                .serialNumber(device.serialNumber())
                .authenticationCode1(app.nextCode())
                .authenticationCode2(app.nextCode()));
        assertThatExceptionOfType(DeleteConflictException.class)
                .isThrownBy(() -> iam.deleteVirtualMFADevice(request -> request.serialNumber(device.serialNumber())))
                .satisfies(refused -> isRefused(refused, 409, "MFA VirtualDevice in use. Must deactivate first"));
        iam.deactivateMFADevice(request -> request.userName(bob.userName()).serialNumber(device.serialNumber()));
        iam.deleteVirtualMFADevice(request -> request.serialNumber(device.serialNumber()));
        assertThat(iam.listVirtualMFADevices().virtualMFADevices())
                .extracting(VirtualMFADevice::serialNumber)
                .doesNotContain(device.serialNumber());
    }

    @Test
    void enablesAFobByItsSerialNumber() {
        var fob = aws.fob("GAHT00000001");
        enable("GAHT00000001", fob.nextCode(), fob.nextCode());
        assertThat(iam.listMFADevices(request -> request.userName(bob.userName()))
                        .mfaDevices())
                .extracting(MFADevice::serialNumber)
                .containsExactly("GAHT00000001");
    }

    @Test
    void throwsItsOwnExceptions() {
        assertThatExceptionOfType(NoSuchEntityException.class)
                .isThrownBy(() -> iam.getUser(request -> request.userName("nobody")))
                .satisfies(refused -> isRefused(refused, 404, "The user with name nobody cannot be found."));
        assertThatExceptionOfType(EntityAlreadyExistsException.class)
                .isThrownBy(() -> iam.createUser(request -> request.userName(bob.userName())))
                .satisfies(refused -> isRefused(refused, 409, "User with name %s already".formatted(bob.userName())));
        var device = created("refusing");
        var app = app(device);
        assertThatExceptionOfType(InvalidAuthenticationCodeException.class)
                .isThrownBy(() -> enable(device.serialNumber(), app.code(), app.code()))
                .satisfies(refused -> isRefused(refused, 403, "Authentication code for device is not valid."));
        iam.createAccessKey(request -> request.userName(bob.userName()));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> iam.createAccessKey(request -> request.userName(bob.userName())))
                .satisfies(refused -> isRefused(refused, 409, "Cannot exceed quota for AccessKeysPerUser: 2"));
    }

    @Test
    void knowsOtherErrorsByTheirCode() {
        assertThatExceptionOfType(IamException.class)
                .isThrownBy(() -> sdk.iam(Sdk.of(bob)).listUsers())
                .satisfies(refused -> {
                    isRefused(
                            refused,
                            403,
                            "User: arn:aws:iam::%s:user/%s is not authorized to perform: iam:ListUsers"
                                    .formatted(aws.accountId(), bob.userName()));
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                });
        assertThatExceptionOfType(IamException.class)
                .isThrownBy(() -> iam.enableMFADevice(request -> request.userName("a b")
                        .serialNumber("short")
                        .authenticationCode1("1")
                        .authenticationCode2("=abc")))
                .satisfies(refused ->
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationError"));
        assertThatExceptionOfType(StsException.class)
                .isThrownBy(() -> sdk.sts(Sdk.of(bob))
                        .getSessionToken(request -> request.durationSeconds(900)
                                .serialNumber("GAHT99999999")
                                .tokenCode("123456")))
                .satisfies(refused -> isRefused(refused, 403, "MultiFactorAuthentication failed, unable to validate"));
    }

    @Test
    void turnsPages() {
        var names = IntStream.range(0, 7).mapToObj("page-%d"::formatted).toList();
        names.forEach(name -> {
            iam.createUser(request -> request.path("/pages/").userName(name));
            created(name);
        });
        assertThat(iam.listUsersPaginator(
                                request -> request.pathPrefix("/pages/").maxItems(3))
                        .users())
                .extracting(User::userName)
                .containsExactlyElementsOf(names);
        assertThat(iam.listVirtualMFADevicesPaginator(request -> request.maxItems(2))
                        .virtualMFADevices())
                .extracting(VirtualMFADevice::serialNumber)
                .filteredOn(serial -> serial.contains("/apps/page-"))
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    void outlivesATestThatTurnsTheClockByDays() {
        var device = created("patient");
        var app = app(device);
        enable(device.serialNumber(), app.nextCode(), app.nextCode());
        var session = sdk.sts(Sdk.of(bob))
                .getSessionToken(
                        request -> request.serialNumber(device.serialNumber()).tokenCode(app.nextCode()))
                .credentials();
        var withSession = sdk.iam(Sdk.of(session));
        withSession.getUser();
        aws.advance(Duration.ofHours(13));
        assertThatExceptionOfType(IamException.class)
                .isThrownBy(withSession::getUser)
                .satisfies(refused ->
                        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken"));
        assertThat(iam.getUser().user().userName()).isEqualTo("administrator");
    }
}
