package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Root gets devices at the console; over HTTP nobody is root, and nobody reaches root's devices. */
class RootTest extends RiggedTest {
    private static final String FOB = "GAHT00000001";
    private static final String FREE = "GAHT00000002";

    @BeforeEach
    void giveRootADevice() {
        rig.enableForRoot(FOB);
        rig.station.fob(FREE);
    }

    @Test
    void isNoUserByAnyNameThatARequestCanSpell() {
        for (var name : List.of("root", "ROOT", ACCOUNT)) {
            admin.iam("EnableMFADevice", ServiceRig.enabling(name, FREE, rig.code(FREE, -1), rig.code(FREE, 0)))
                    .isRefused(404, "NoSuchEntity", "The user with name %s cannot be found.".formatted(name));
            admin.iam("DeactivateMFADevice", "UserName", name, "SerialNumber", FOB)
                    .isRefused(404, "NoSuchEntity", "The user with name %s cannot be found.".formatted(name));
        }
        for (var name : List.of("AWS ROOT USER", "<root_account>", "arn:aws:iam::123456789012:root")) {
            for (var action : List.of("EnableMFADevice", "ResyncMFADevice")) {
                admin.iam(action, ServiceRig.enabling(name, FREE, "000000", "000001"))
                        .isInvalid("The specified value for userName is invalid. It must contain only alphanumeric"
                                + " characters and/or the following: +=,.@_-");
            }
            for (var action : List.of("GetUser", "CreateAccessKey", "DeleteUser", "ListMFADevices", "CreateUser")) {
                assertThat(admin.iam(action, "UserName", name).text("Code")).isEqualTo("ValidationError");
            }
        }
    }

    @Test
    void keepsItsDevice() {
        for (var user : List.of("administrator")) {
            admin.iam("DeactivateMFADevice", "UserName", user, "SerialNumber", FOB)
                    .isRefused(404, "NoSuchEntity", "MFA Device invalid for user.");
            admin.iam("EnableMFADevice", ServiceRig.enabling(user, FOB, rig.code(FOB, 0), rig.code(FOB, 1)))
                    .isRefused(409, "EntityAlreadyExists", "MFA Device is already in use.");
        }
        admin.sts("GetSessionToken", "SerialNumber", FOB, "TokenCode", rig.code(FOB, 0))
                .isRefused(
                        403,
                        "AccessDenied",
                        "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial"
                                + " number is valid and associated with this user.");
        assertThat(admin.iam("ListUsers").ok().texts("UserName")).containsExactly("administrator");
    }

    @Test
    void isShownAsRootWhereAVirtualDeviceIsRoots() {
        var created = admin.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "root-account-mfa-device")
                .ok();
        rig.enableForRoot(created);
        var reply = admin.iam("ListVirtualMFADevices").ok();
        assertThat(reply.members())
                .isEqualTo(
                        "VirtualMFADevices(member(SerialNumber User(Path UserId Arn CreateDate) EnableDate)) IsTruncated");
        assertThat(reply.text("Arn")).isEqualTo("arn:aws:iam::123456789012:root");
        assertThat(reply.text("UserId")).isEqualTo(ACCOUNT);
        admin.iam("DeleteVirtualMFADevice", "SerialNumber", ARN + "root-account-mfa-device")
                .isRefused(409, "DeleteConflict", "MFA VirtualDevice in use. Must deactivate first");
    }
}
