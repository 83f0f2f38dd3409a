package fobsmith.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URLDecoder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;
import software.amazon.awssdk.services.iam.model.Tag;

/** Lists, maps, dates and documents, as AWS's SDK for Java reads them out of our XML. */
class SdkShapesTest {
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iam:*\",\"Resource\":\"*\"}}";

    @RegisterExtension
    static final FobsmithService aws = FobsmithService.started();

    private final Sdk sdk = new Sdk(aws);
    private final IamClient iam = sdk.iam(Sdk.of(aws.administrator()));

    @AfterEach
    void close() {
        sdk.close();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void tagsKeepTheirLettersWhicheverTheyAre() {
        var tags = List.of(tag("Größe", "a b+c=/"), tag("empty", ""), tag("東京", "é"));
        var device = iam.createVirtualMFADevice(
                        request -> request.virtualMFADeviceName("tagged").tags(tags))
                .virtualMFADevice();
        iam.tagMFADevice(request -> request.serialNumber(device.serialNumber()).tags(tag("more", "@_.:-")));
        iam.untagMFADevice(
                request -> request.serialNumber(device.serialNumber()).tagKeys("empty"));
        assertThat(iam.listMFADeviceTags(request -> request.serialNumber(device.serialNumber()))
                        .tags())
                .containsExactlyInAnyOrder(tags.getFirst(), tags.getLast(), tag("more", "@_.:-"));
    }

    @Test
    void aFobCanBeTagged() {
        aws.fob("GAHT00000001");
        iam.tagMFADevice(request -> request.serialNumber("GAHT00000001").tags(tag("shelf", "3")));
        assertThat(iam.listMFADeviceTags(request -> request.serialNumber("GAHT00000001"))
                        .tags())
                .containsExactly(tag("shelf", "3"));
    }

    @Test
    void aSummaryIsAMapOfNumbers() {
        iam.createVirtualMFADevice(request -> request.virtualMFADeviceName("counted"));
        assertThat(iam.getAccountSummary().summaryMap())
                .containsEntry(SummaryKeyType.ACCOUNT_MFA_ENABLED, 0)
                .containsEntry(SummaryKeyType.ACCESS_KEYS_PER_USER_QUOTA, 2)
                .hasEntrySatisfying(
                        SummaryKeyType.MFA_DEVICES,
                        devices -> assertThat(devices).isPositive());
    }

    @Test
    void aPolicyComesBackAsItWasPut() {
        aws.newUser("policied");
        iam.putUserPolicy(
                request -> request.userName("policied").policyName("all").policyDocument(POLICY));
        var got = iam.getUserPolicy(request -> request.userName("policied").policyName("all"));
        assertThat(URLDecoder.decode(got.policyDocument(), UTF_8)).isEqualTo(POLICY);
        assertThat(iam.listUserPolicies(request -> request.userName("policied")).policyNames())
                .containsExactly("all");
        assertThatExceptionOfType(MalformedPolicyDocumentException.class)
                .isThrownBy(() -> iam.putUserPolicy(request ->
                        request.userName("policied").policyName("all").policyDocument("{")))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(400));
    }

    @Test
    void aKeySaysWhenItWasUsedAndWhetherItIsActive() {
        var ann = aws.newUser("ann");
        sdk.sts(Sdk.of(ann)).getCallerIdentity();
        var used = iam.getAccessKeyLastUsed(request -> request.accessKeyId(ann.accessKeyId()));
        assertThat(used.userName()).isEqualTo("ann");
        assertThat(used.accessKeyLastUsed().serviceName()).isEqualTo("sts");
        assertThat(used.accessKeyLastUsed().region()).isEqualTo("eu-central-1");
        iam.updateAccessKey(request ->
                request.userName("ann").accessKeyId(ann.accessKeyId()).status(StatusType.INACTIVE));
        assertThat(iam.listAccessKeys(request -> request.userName("ann")).accessKeyMetadata())
                .singleElement()
                .satisfies(key -> assertThat(key.status()).isEqualTo(StatusType.INACTIVE));
    }

    @Test
    void aRenamedUserKeepsHisDevice() {
        aws.newUser("old-name");
        var fob = aws.fob("GAHT00000002");
        iam.enableMFADevice(request -> request.userName("old-name")
                .serialNumber("GAHT00000002")
                .authenticationCode1(fob.nextCode())
                .authenticationCode2(fob.nextCode()));
        iam.updateUser(request -> request.userName("old-name").newUserName("new-name"));
        var device = iam.getMFADevice(request -> request.userName("new-name").serialNumber("GAHT00000002"));
        assertThat(device.userName()).isEqualTo("new-name");
        assertThat(device.enableDate()).isEqualTo(aws.clock().instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
