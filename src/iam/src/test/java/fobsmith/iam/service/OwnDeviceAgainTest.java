package fobsmith.iam.service;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever enables what he has already is told that it is in use: that he has it is no secret to him. */
class OwnDeviceAgainTest extends RiggedTest {
    private static final String FOB = "GAHT00000001";
    private static final String OF_ALICE = "GAHT00000002";

    private Client bob;
    private Client bobWithCode;

    @BeforeEach
    void giveEachAFob() {
        bob = rig.newUser("bob");
        rig.newUser("alice");
        rig.allow("bob", "self-service", Statements.allow("arn:aws:iam::*:user/${aws:username}", "EnableMFADevice"));
        rig.enabledFob(OF_ALICE, "alice");
        rig.enabledFob(FOB, "bob");
        bobWithCode = bob.mfaSession(FOB, rig.code(FOB, 0));
    }

    private static Reply enable(Client client, String user, String serial) {
        return client.iam("EnableMFADevice", ServiceRig.enabling(user, serial, "000000", "000001"));
    }

    private static void isInUse(Reply reply) {
        reply.isRefused(409, "EntityAlreadyExists", "MFA Device is already in use.");
    }

    private static void isUnknown(Reply reply, String serial) {
        reply.isRefused(404, "NoSuchEntity", "MFA Device with serial number %s does not exist.".formatted(serial));
    }

    @Test
    void isInUseInAnySpelling() {
        isInUse(enable(bobWithCode, "bob", FOB));
        isInUse(enable(bobWithCode, "bob", FOB.toLowerCase(Locale.ROOT)));
        isUnknown(enable(bobWithCode, "bob", OF_ALICE), OF_ALICE);
    }

    @Test
    void isInUseForSomebodyElseToo() {
        rig.allow("bob", "friends", Statements.allow("arn:aws:iam::*:user/alice", "EnableMFADevice"));
        isInUse(enable(bob, "alice", FOB));
        isUnknown(enable(bob, "alice", OF_ALICE), OF_ALICE);
    }

    /** A role has no devices, and whoever assumed it is not it. */
    @Test
    void isUnknownToARoleThatHeHasAssumed() {
        admin.iam(
                        "CreateRole",
                        "RoleName",
                        "Desk",
                        "AssumeRolePolicyDocument",
                        RolesTest.trust("\"arn:aws:iam::123456789012:user/bob\"", ""))
                .ok();
        admin.iam(
                        "PutRolePolicy",
                        "RoleName",
                        "Desk",
                        "PolicyName",
                        "some",
                        "PolicyDocument",
                        Statements.document(Statements.allow("arn:aws:iam::*:user/alice", "EnableMFADevice")))
                .ok();
        var role = bob.with(
                bob.sts("AssumeRole", "RoleArn", "arn:aws:iam::123456789012:role/Desk", "RoleSessionName", "tuesday"));
        isUnknown(enable(role, "alice", FOB), FOB);
    }

    /** A request that was sent again because its answer was lost; the first device needs no code, a second one does. */
    @Test
    void asksForACodeFirst() {
        enable(bob, "bob", FOB)
                .isRefused(
                        403,
                        "AccessDenied",
                        "To complete this action, please ensure that you are authenticated with an MFA device that is"
                                + " enabled for this user.");
    }
}
