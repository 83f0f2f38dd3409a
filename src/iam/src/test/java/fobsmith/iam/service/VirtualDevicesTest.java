package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.seedfiles.QrCode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VirtualDevicesTest extends RiggedTest {
    private static final String BAD_PATH = "The specified value for path is invalid. It must begin and end with / and"
            + " contain only alphanumeric characters and/or / characters.";

    private Reply create(String name) {
        return admin.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", name);
    }

    @Test
    void showsTheSeedOnceAsBase64OfItsBase32Text() {
        var reply = create("phone").ok();
        assertThat(reply.members()).isEqualTo("VirtualMFADevice(SerialNumber Base32StringSeed QRCodePNG)");
        assertThat(reply.text("SerialNumber")).isEqualTo(ARN + "phone");
        assertThat(base32(reply)).matches("[A-Z2-7]{64}");
    }

    private static String base32(Reply reply) {
        return new String(Base64.getDecoder().decode(reply.text("Base32StringSeed")), US_ASCII);
    }

    @Test
    void drawsTheSameSeedAsAKeyUriNamedAfterTheDevice() {
        var reply = create("Bob+1@home,x=y").ok();
        assertThat(QrCode.read(Base64.getDecoder().decode(reply.text("QRCodePNG"))))
                .isEqualTo("otpauth://totp/Amazon%20Web%20Services:Bob%2B1@home%2Cx%3Dy@" + ACCOUNT + "?secret="
                        + base32(reply) + "&issuer=Amazon%20Web%20Services");
    }

    @Test
    void putsThePathIntoTheArn() {
        var reply = admin.iam("CreateVirtualMFADevice", "Path", "/div/x/", "VirtualMFADeviceName", "phone")
                .ok();
        assertThat(reply.text("SerialNumber")).isEqualTo(ARN + "div/x/phone");
    }

    @Test
    void refusesANameThatIsTakenOnThatPathInAnotherCase() {
        create("phone").ok();
        create("PHONE").isRefused(409, "EntityAlreadyExists", "MFA device already exists.");
        admin.iam("CreateVirtualMFADevice", "Path", "/p/", "VirtualMFADeviceName", "phone")
                .ok();
    }

    @Test
    void givesEveryDeviceItsOwnSeed() {
        assertThat(base32(create("a").ok())).isNotEqualTo(base32(create("b").ok()));
    }

    @Test
    void refusesNamesItsArnCannotHold() {
        admin.iam("CreateVirtualMFADevice")
                .isInvalid("1 validation error detected: Value null at 'virtualMFADeviceName' failed to satisfy"
                        + " constraint: Member must not be null");
        create("a/b").violates("virtualMFADeviceName", "Member must satisfy regular expression pattern: [\\w+=,.@-]+");
        create("n".repeat(227)).violates("virtualMFADeviceName", "Member must have length less than or equal to 226");
        create("n".repeat(226)).ok();
        admin.iam("CreateVirtualMFADevice", "Path", "/p/", "VirtualMFADeviceName", "n".repeat(226))
                .isInvalid("The ARN of a virtual MFA device has at most 256 characters.");
    }

    @Test
    void refusesPathsThatNoSerialNumberCouldName() {
        for (var path : List.of("p", "/p", "/a!b/", "/a%2Fb/", "/~/", "/(p)/")) {
            admin.iam("CreateVirtualMFADevice", "Path", path, "VirtualMFADeviceName", "phone")
                    .isInvalid(BAD_PATH);
        }
    }

    @Test
    void listsWithUserAndDateOnlyWhereAssigned() {
        create("spare").ok();
        enabled("used", "Bob");
        var reply = admin.iam("ListVirtualMFADevices").ok();
        assertThat(reply.members())
                .isEqualTo("VirtualMFADevices(member(SerialNumber) member(SerialNumber"
                        + " User(Path UserName UserId Arn CreateDate) EnableDate)) IsTruncated");
        assertThat(reply.texts("SerialNumber")).containsExactly(ARN + "spare", ARN + "used");
        assertThat(reply.text("UserName")).isEqualTo("Bob");
        assertThat(reply.text("EnableDate")).isEqualTo("2026-11-23T12:00:00Z");
    }

    private void enabled(String name, String userName) {
        var created = create(name).ok();
        rig.station.user(userName);
        admin.iam(
                        "EnableMFADevice",
                        ServiceRig.enabling(
                                userName.toUpperCase(Locale.ROOT),
                                ARN + name,
                                rig.appCode(created, -1),
                                rig.appCode(created, 0)))
                .ok();
    }

    @Test
    void listsByAssignmentAndAnyByDefault() {
        create("spare").ok();
        enabled("used", "bob");
        rig.enabledFob("GAHT00000001", "bob");
        assertThat(listed("Assigned")).containsExactly(ARN + "used");
        assertThat(listed("Unassigned")).containsExactly(ARN + "spare");
        assertThat(listed("Any")).hasSize(2);
        admin.iam("ListVirtualMFADevices", "AssignmentStatus", "any")
                .violates("assignmentStatus", "Member must satisfy enum value set");
    }

    private List<String> listed(String status) {
        return admin.iam("ListVirtualMFADevices", "AssignmentStatus", status)
                .ok()
                .texts("SerialNumber");
    }

    @Test
    void listsInPagesHoweverLongTheArnsAre() {
        var names = List.of("a".repeat(226), "B".repeat(226), "c", "c-2");
        names.forEach(name -> create(name).ok());
        var seen = new ArrayList<String>();
        var reply = admin.iam("ListVirtualMFADevices", "MaxItems", "1").ok();
        seen.addAll(reply.texts("SerialNumber"));
        while (reply.text("IsTruncated").equals("true")) {
            reply = admin.iam("ListVirtualMFADevices", "MaxItems", "1", "Marker", reply.text("Marker"))
                    .ok();
            seen.addAll(reply.texts("SerialNumber"));
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        names.stream().map(name -> ARN + name).toList());
    }

    @Test
    void deletesWhatNobodyUses() {
        create("phone").ok();
        var reply = admin.iam("DeleteVirtualMFADevice", "SerialNumber", ARN + "phone")
                .ok();
        assertThat(reply.structure()).isEqualTo("DeleteVirtualMFADeviceResponse(ResponseMetadata(RequestId))");
        assertThat(listed("Any")).isEmpty();
    }

    @Test
    void refusesToDeleteWhatIsAssigned() {
        enabled("phone", "bob");
        admin.iam("DeleteVirtualMFADevice", "SerialNumber", ARN + "phone")
                .isRefused(409, "DeleteConflict", "MFA VirtualDevice in use. Must deactivate first");
    }

    @Test
    void doesNotDeleteFobsOrTheUnknown() {
        rig.station.fob("GAHT00000001");
        for (var serial :
                List.of(ARN + "phone", "GAHT00000001", "arn:aws:iam::210987654321:mfa/phone", "arn:aws:iam")) {
            admin.iam("DeleteVirtualMFADevice", "SerialNumber", serial)
                    .isRefused(
                            404, "NoSuchEntity", "MFA Device with serial number %s does not exist.".formatted(serial));
        }
    }

    @Test
    void mayBeEnabledAgainWithTheSameSeed() {
        var created = create("phone").ok();
        rig.station.user("bob");
        for (int round = 0; round < 2; round++) {
            admin.iam(
                            "EnableMFADevice",
                            ServiceRig.enabling(
                                    "bob", ARN + "phone", rig.appCode(created, -1), rig.appCode(created, 0)))
                    .ok();
            admin.iam("DeactivateMFADevice", "UserName", "bob", "SerialNumber", ARN + "phone")
                    .ok();
            assertThat(listed("Unassigned")).containsExactly(ARN + "phone");
            rig.station.clock.turn(ServiceRig.STEP.multipliedBy(2));
        }
    }
}
