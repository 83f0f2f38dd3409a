package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.registry.SerialNumber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has a device adds or removes one of his own only in a session made with a code of one he has. */
class MfaFirstTest extends RiggedTest {
    private static final String TEXT = "To complete this action, please ensure that you are authenticated with an MFA"
            + " device that is enabled for this user.";
    private static final String FIRST = "GAHT00000001";
    private static final String SECOND = "GAHT00000002";

    private Client bob;

    /** Policies allow bob everything: the rule is none of theirs. */
    @BeforeEach
    void makeBob() {
        bob = rig.newUser("bob");
        rig.allow("bob", "everything", Statements.allow("*", "*"));
        rig.station.user("alice");
        rig.station.fob(SECOND);
    }

    private Reply enable(Client client, String user, String fob) {
        return client.iam("EnableMFADevice", ServiceRig.enabling(user, fob, rig.code(fob, -1), rig.code(fob, 0)));
    }

    private static Reply deactivate(Client client, String user, String fob) {
        return client.iam("DeactivateMFADevice", "UserName", user, "SerialNumber", fob);
    }

    private static void isRefused(Reply reply) {
        reply.isRefused(403, "AccessDenied", TEXT);
    }

    @Test
    void aFirstDeviceIsExempt() {
        enable(bob, "bob", SECOND).ok();
    }

    @Test
    void aSecondDeviceNeedsACodeOfTheFirst() {
        rig.enabledFob(FIRST, "bob");
        isRefused(enable(bob, "bob", SECOND));
        isRefused(enable(bob, "BOB", "GAHT99999999"));
        enable(bob.mfaSession(FIRST, rig.code(FIRST, 0)), "bob", SECOND).ok();
    }

    /** It is listed still, but nobody takes its codes any more. */
    @Test
    void aTemporaryDeviceWhoseTimeIsOverIsNoDevice() {
        var serial = new SerialNumber.VirtualArn(ACCOUNT, "/temporary/", "bob-today");
        var registry = rig.station.registry;
        try (var seed = registry.identifiers().seed()) {
            registry.virtualDevices()
                    .createTemporary(
                            rig.station.console, registry.users().get("bob"), serial, seed, Duration.ofHours(8));
        }
        isRefused(enable(bob, "bob", SECOND));
        rig.station.clock.turn(Duration.ofHours(8));
        enable(bob, "bob", SECOND).ok();
        isRefused(deactivate(bob, "bob", SECOND));
    }

    @Test
    void deactivatingNeedsACodeWhetherTheUserIsNamedOrNot() {
        rig.enabledFob(FIRST, "bob");
        isRefused(deactivate(bob, "bob", FIRST));
        isRefused(bob.iam("DeactivateMFADevice", "SerialNumber", FIRST));
        isRefused(deactivate(bob, "bob", "GAHT99999999"));
        deactivate(bob.mfaSession(FIRST, rig.code(FIRST, 0)), "bob", FIRST).ok();
        assertThat(admin.iam("ListMFADevices", "UserName", "bob").ok().texts("SerialNumber"))
                .isEmpty();
    }

    @Test
    void whoActsOnSomebodyElseIsExempt() {
        rig.enabledFob(FIRST, "alice");
        rig.enabledFob("GAHT00000003", "bob");
        enable(bob, "alice", SECOND).ok();
        deactivate(bob, "alice", FIRST).ok();
        deactivate(admin, "bob", "GAHT00000003").ok();
    }

    @Test
    void aCodeOfADeviceThatWasTakenAwayVouchesForNobody() {
        rig.enabledFob(FIRST, "bob");
        var session = bob.mfaSession(FIRST, rig.code(FIRST, 0));
        enable(session, "bob", SECOND).ok();
        deactivate(admin, "bob", FIRST).ok();
        isRefused(deactivate(session, "bob", SECOND));
        rig.station.clock.turn(ServiceRig.STEP);
        deactivate(bob.mfaSession(SECOND, rig.code(SECOND, 0)), "bob", SECOND).ok();
    }

    @Test
    void aDeviceGivenBackVouchesForNoEarlierSession() {
        rig.enabledFob(FIRST, "bob");
        var session = bob.mfaSession(FIRST, rig.code(FIRST, 0));
        deactivate(admin, "bob", FIRST).ok();
        rig.station.clock.turn(ServiceRig.STEP.multipliedBy(2));
        var fob = new SerialNumber.Hardware(FIRST);
        rig.station.registry.typedCodes().check(rig.station.console, fob, rig.station.pair(fob, -1));
        rig.station.clock.turn(ServiceRig.STEP.multipliedBy(2));
        enable(admin, "bob", FIRST).ok();
        isRefused(deactivate(session, "bob", FIRST));
        rig.station.clock.turn(ServiceRig.STEP);
        deactivate(bob.mfaSession(FIRST, rig.code(FIRST, 0)), "bob", FIRST).ok();
    }

    @Test
    void anotherDeviceOfTheSameNameVouchesForNoEarlierSession() {
        var session = bob.mfaSession(ARN + "phone", newPhone());
        deactivate(admin, "bob", ARN + "phone").ok();
        admin.iam("DeleteVirtualMFADevice", "SerialNumber", ARN + "phone").ok();
        rig.station.clock.turn(Duration.ofMillis(1));
        newPhone();
        isRefused(deactivate(session, "bob", ARN + "phone"));
    }

    /** Enabled for bob; the code it shows next. */
    private String newPhone() {
        var phone = admin.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone")
                .ok();
        admin.iam(
                        "EnableMFADevice",
                        ServiceRig.enabling("bob", ARN + "phone", rig.appCode(phone, -1), rig.appCode(phone, 0)))
                .ok();
        rig.station.clock.turn(ServiceRig.STEP);
        return rig.appCode(phone, 0);
    }

    @Test
    void aRoleIsNoWayRoundTheRuleForWhoBeganItsSession() {
        rig.enabledFob(FIRST, "bob");
        rig.enabledFob("GAHT00000003", "alice");
        var role = anythingAs("Desk");
        isRefused(enable(role, "bob", SECOND));
        isRefused(deactivate(role, "bob", FIRST));
        enable(role, "alice", SECOND).ok();
        deactivate(role, "alice", "GAHT00000003").ok();
    }

    /** Bob's session of a new role that may do everything. */
    private Client anythingAs(String name) {
        admin.iam("CreateRole", "RoleName", name, "AssumeRolePolicyDocument", RolesTest.trust("\"*\"", ""))
                .ok();
        var policy = Statements.document(Statements.allow("*", "*"));
        admin.iam("PutRolePolicy", "RoleName", name, "PolicyName", "all", "PolicyDocument", policy)
                .ok();
        var reply = bob.sts(
                        "AssumeRole",
                        "RoleArn",
                        "arn:aws:iam::" + ACCOUNT + ":role/" + name,
                        "RoleSessionName",
                        "bob",
                        "SerialNumber",
                        FIRST,
                        "TokenCode",
                        rig.code(FIRST, 0))
                .ok();
        return new Client(
                rig.station.clock,
                rig::send,
                reply.text("AccessKeyId"),
                reply.text("SecretAccessKey"),
                reply.text("SessionToken"));
    }

    @Test
    void resynchronisingAndLookingAreFree() {
        rig.enabledFob(FIRST, "bob");
        bob.iam("ResyncMFADevice", ServiceRig.enabling("bob", FIRST, rig.code(FIRST, 0), rig.code(FIRST, 1)))
                .ok();
        for (var action : List.of("ListMFADevices", "GetMFADevice")) {
            bob.iam(action, "SerialNumber", FIRST).ok();
        }
    }

    @Test
    void policiesAreAskedBeforeTheRule() {
        rig.enabledFob(FIRST, "bob");
        rig.put(
                "bob",
                "not-that",
                Statements.document("{\"Effect\":\"Deny\",\"Action\":\"iam:DeactivateMFADevice\",\"Resource\":\"*\"}"));
        assertThat(deactivate(bob, "bob", FIRST).text("Message"))
                .endsWith("with an explicit deny in an identity-based policy");
    }
}
