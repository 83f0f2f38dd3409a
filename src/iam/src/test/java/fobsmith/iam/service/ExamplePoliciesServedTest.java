package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** fixtures/iam/policies in use: put by PutUserPolicy, and asked by requests. */
class ExamplePoliciesServedTest extends RiggedTest {
    private static final String FOB = "GAHT00000001";
    private static final String SPARE = "GAHT00000002";

    private Client bob;

    @BeforeEach
    void makeStaff() {
        bob = rig.client(rig.station.registry.users().create(rig.station.console, "bob", "/staff/", false));
        rig.station.registry.users().create(rig.station.console, "alice", "/staff/", false);
    }

    private void give(String example) throws IOException {
        var text = Files.readString(Path.of("../../fixtures/iam/policies", example + ".json"));
        admin.iam("PutUserPolicy", "UserName", "bob", "PolicyName", example, "PolicyDocument", text)
                .ok();
    }

    private Client withCode() {
        rig.enabledFob(FOB, "bob");
        return bob.mfaSession(FOB, rig.code(FOB, 0));
    }

    private static void isDenied(Reply reply) {
        assertThat(reply.answer().body()).contains("<Code>AccessDenied</Code>", "is not authorized to perform");
    }

    @Test
    void selfServiceEnrolsAFirstDeviceAloneAndNeedsItForAllElse() throws IOException {
        give("self-service");
        var created = bob.iam("CreateVirtualMFADevice", "Path", "/bob/", "VirtualMFADeviceName", "phone")
                .ok();
        var phone = created.text("SerialNumber");
        isDenied(bob.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone"));
        isDenied(bob.iam("CreateAccessKey"));
        bob.iam("EnableMFADevice", ServiceRig.enabling("bob", phone, rig.appCode(created, -1), rig.appCode(created, 0)))
                .ok();
        rig.station.clock.turn(ServiceRig.STEP);
        var session = bob.mfaSession(phone, rig.appCode(created, 0));
        session.iam("CreateAccessKey").ok();
        isDenied(session.iam("ListAccessKeys", "UserName", "alice"));
        isDenied(session.iam("DeleteUserPolicy", "UserName", "bob", "PolicyName", "self-service"));
        session.iam("DeactivateMFADevice", "SerialNumber", phone).ok();
        session.iam("DeleteVirtualMFADevice", "SerialNumber", phone).ok();
    }

    @Test
    void deskOperatorServesStaffWithAFreshCodeAndNeverHimself() throws IOException {
        give("desk-operator");
        rig.station.fob(SPARE);
        isDenied(bob.iam("ListUsers"));
        var session = withCode();
        session.iam("ListUsers").ok();
        session.iam("CreateUser", "Path", "/staff/", "UserName", "carol").ok();
        isDenied(session.iam("CreateUser", "UserName", "dave"));
        session.iam("EnableMFADevice", ServiceRig.enabling("carol", SPARE, rig.code(SPARE, -1), rig.code(SPARE, 0)))
                .ok();
        session.iam("DeactivateMFADevice", "UserName", "carol", "SerialNumber", SPARE)
                .ok();
        isDenied(session.iam("DeactivateMFADevice", "UserName", "bob", "SerialNumber", FOB));
        isDenied(session.iam("DeactivateMFADevice", "UserName", "administrator", "SerialNumber", FOB));
        rig.station.clock.turn(Duration.ofHours(8).plusSeconds(1));
        isDenied(session.iam("ListUsers"));
    }

    @Test
    void auditorReadsEverythingAndChangesNothing() throws IOException {
        give("auditor");
        isDenied(bob.iam("ListUsers"));
        var session = withCode();
        session.iam("ListUsers").ok();
        session.iam("GetAccountSummary").ok();
        session.iam("GetUserPolicy", "UserName", "bob", "PolicyName", "auditor").ok();
        session.iam("ListMFADevices", "UserName", "alice").ok();
        isDenied(session.iam("DeleteUser", "UserName", "alice"));
        isDenied(session.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "p"));
    }

    @Test
    void administratorDoesAllWithACodeAndNothingWithout() throws IOException {
        give("administrator");
        isDenied(bob.iam("ListUsers"));
        isDenied(bob.iam("CreateAccessKey"));
        var session = withCode();
        session.iam("CreateUser", "UserName", "carol").ok();
        session.iam("DeleteUser", "UserName", "carol").ok();
        session.iam("CreateAccountAlias", "AccountAlias", "acme").ok();
    }
}
