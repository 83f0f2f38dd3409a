package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.Caller;
import fobsmith.iam.SessionTokens;
import fobsmith.iam.operation.Operations;
import fobsmith.iam.wire.Parameters;
import fobsmith.iam.wire.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenamedUserTest extends RiggedTest {
    private static final String FOB = "GAHT00000001";

    private Client bob;

    @BeforeEach
    void makeBob() {
        bob = rig.newUser("bob");
        rig.enabledFob(FOB, "bob");
    }

    /** Seen at AWS: the devices are listed under the new name. */
    @Test
    void keepsDevicesKeysPoliciesTagsAndSessions() {
        admin.iam("TagUser", "UserName", "bob", "Tags.member.1.Key", "k", "Tags.member.1.Value", "v")
                .ok();
        var session = bob.mfaSession(FOB, rig.code(FOB, 0));
        var reply = admin.iam("UpdateUser", "UserName", "bob", "NewUserName", "Robert", "NewPath", "/staff/");
        assertThat(reply.ok().structure()).isEqualTo("UpdateUserResponse(ResponseMetadata(RequestId))");
        var devices = admin.iam("ListMFADevices", "UserName", "robert").ok();
        assertThat(devices.text("UserName")).isEqualTo("Robert");
        assertThat(devices.text("SerialNumber")).isEqualTo(FOB);
        assertThat(admin.iam("GetUser", "UserName", "Robert").ok().text("Arn"))
                .isEqualTo("arn:aws:iam::123456789012:user/staff/Robert");
        assertThat(admin.iam("ListUserTags", "UserName", "Robert").ok().text("Key"))
                .isEqualTo("k");
        assertThat(admin.iam("ListUserPolicies", "UserName", "Robert").ok().text("member"))
                .isEqualTo("reading-oneself");
        for (var caller : new Client[] {bob, session}) {
            assertThat(caller.sts("GetCallerIdentity").ok().text("Arn")).endsWith(":user/staff/Robert");
        }
        admin.iam("GetUser", "UserName", "bob")
                .isRefused(404, "NoSuchEntity", "The user with name bob cannot be found.");
    }

    @Test
    void keepsWhatIsNotChanged() {
        admin.iam("UpdateUser", "UserName", "bob", "NewPath", "/a/").ok();
        admin.iam("UpdateUser", "UserName", "bob", "NewUserName", "BOB").ok();
        admin.iam("UpdateUser", "UserName", "bob").ok();
        assertThat(admin.iam("GetUser", "UserName", "bob").ok().text("Arn")).endsWith(":user/a/BOB");
    }

    @Test
    void takesNobodyElsesName() {
        rig.station.user("alice");
        admin.iam("UpdateUser", "UserName", "bob", "NewUserName", "ALICE")
                .isRefused(409, "EntityAlreadyExists", "User with name ALICE already exists.");
        admin.iam("UpdateUser", "UserName", "nobody", "NewUserName", "x")
                .isRefused(404, "NoSuchEntity", "The user with name nobody cannot be found.");
    }

    /** Else whoever may rename users below a path could move one out of somebody else's. */
    @Test
    void takesPermissionForBothNames() {
        rig.station.registry.users().create(rig.station.console, "carol", "/staff/", false);
        rig.allow("bob", "staff", Statements.allow("arn:aws:iam::*:user/staff/*", "UpdateUser"));
        bob.iam("UpdateUser", "UserName", "carol", "NewUserName", "caroline").ok();
        assertThat(bob.iam("UpdateUser", "UserName", "caroline", "NewPath", "/").text("Message"))
                .contains("on resource: arn:aws:iam::123456789012:user/caroline because");
        assertThat(bob.iam("UpdateUser", "UserName", "bob", "NewPath", "/staff/")
                        .text("Message"))
                .contains("on resource: arn:aws:iam::123456789012:user/bob because");
    }

    /** The tags go along: what may be done to him by them may be done to him under his next name. */
    @Test
    void isHimselfByHisTagsUnderEitherName() {
        rig.station.user("carol");
        admin.iam("TagUser", "UserName", "carol", "Tags.member.1.Key", "team", "Tags.member.1.Value", "blue")
                .ok();
        rig.allow("bob", "team", """
                {"Effect":"Allow","Action":"iam:UpdateUser","Resource":"*",
                "Condition":{"StringEquals":{"aws:ResourceTag/team":"blue"}}}""");
        bob.iam("UpdateUser", "UserName", "carol").ok();
        bob.iam("UpdateUser", "UserName", "carol", "NewUserName", "caroline").ok();
        assertThat(bob.iam("UpdateUser", "UserName", "bob", "NewUserName", "bobby")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void isValidatedByTheNamesOfItsMembers() {
        admin.iam("UpdateUser", "UserName", "bob", "NewPath", "x")
                .isInvalid("The specified value for newPath is invalid. It must begin and end with / and contain only"
                        + " alphanumeric characters and/or / characters.");
        admin.iam("UpdateUser", "UserName", "bob", "NewUserName", "a b")
                .isInvalid(
                        "The specified value for newUserName is invalid. It must contain only alphanumeric characters"
                                + " and/or the following: +=,.@_-");
        admin.iam("UpdateUser", "UserName", "bob", "NewUserName", "n".repeat(65))
                .violates("newUserName", "Member must have length less than or equal to 64");
    }

    /** Who asks about himself without a name means himself, though his request was on its way when he was renamed. */
    @ParameterizedTest
    @ValueSource(strings = {"GetUser", "ListAccessKeys", "CreateAccessKey", "ListMFADevices"})
    void isMeantByWhatHeAskedBefore(String action) {
        var registry = rig.station.registry;
        rig.allow("bob", "all", Statements.allow("*", "*"));
        var caller = new Caller(registry.users().get("bob"), bob.keyId(), null, "127.0.0.1");
        admin.iam("UpdateUser", "UserName", "bob", "NewUserName", "Robert").ok();
        rig.station.user("bob");
        var operations = new Operations(registry, new SessionTokens(registry.vault()));
        var operation = operations.find(Service.IAM, action).orElseThrow();
        var answer = operations.answer(operation, Service.IAM, caller, Parameters.of(Client.form("")), "id");
        assertThat(Reply.of(answer).text("UserName")).isEqualTo("Robert");
    }
}
