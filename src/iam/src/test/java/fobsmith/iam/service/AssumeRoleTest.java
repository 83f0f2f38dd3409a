package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssumeRoleTest extends RiggedTest {
    private static final String FOB = "GAHT00000001";
    private static final String ARN_OF_ROLE = "arn:aws:iam::123456789012:role/sec/Auditor";
    private static final String ROOT = "\"arn:aws:iam::123456789012:root\"";
    private static final String BOB = "\"arn:aws:iam::123456789012:user/bob\"";
    private static final String WITH_CODE = ",\"Condition\":{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}";
    private static final String BAD_SESSION = "The security token included in the request is invalid";

    private Client bob;

    @BeforeEach
    void makeBobAndTheRole() {
        bob = rig.client(rig.station.user("bob"));
        rig.station.user("alice");
        role(RolesTest.trust(BOB, ""));
        admin.iam(
                        "PutRolePolicy",
                        "RoleName",
                        "Auditor",
                        "PolicyName",
                        "look",
                        "PolicyDocument",
                        Statements.document(Statements.allow("*", "List*", "GetUser")))
                .ok();
    }

    private void role(String trust) {
        admin.iam("CreateRole", "RoleName", "Auditor", "Path", "/sec/", "AssumeRolePolicyDocument", trust);
        admin.iam("UpdateAssumeRolePolicy", "RoleName", "Auditor", "PolicyDocument", trust)
                .ok();
    }

    private static Reply assume(Client client, String... more) {
        var members = new ArrayList<>(List.of("RoleArn", ARN_OF_ROLE, "RoleSessionName", "tuesday"));
        members.addAll(List.of(more));
        return client.sts("AssumeRole", members.toArray(String[]::new));
    }

    private static void isDenied(Reply reply) {
        reply.isRefused(
                403,
                "AccessDenied",
                "User: arn:aws:iam::123456789012:user/bob is not authorized to perform: sts:AssumeRole on resource: "
                        + ARN_OF_ROLE);
    }

    @Test
    void makesHimTheRoleAndNothingElse() {
        var reply = assume(bob).ok();
        assertThat(reply.members())
                .isEqualTo("AssumedRoleUser(AssumedRoleId Arn) Credentials(AccessKeyId SecretAccessKey SessionToken"
                        + " Expiration)");
        assertThat(reply.text("AssumedRoleId")).matches("AROA[A-Z2-7]{17}:tuesday");
        assertThat(reply.text("Arn")).isEqualTo("arn:aws:sts::123456789012:assumed-role/Auditor/tuesday");
        assertThat(reply.text("Expiration")).isEqualTo("2026-11-23T13:00:00Z");
        var session = bob.with(reply);
        var identity = session.sts("GetCallerIdentity").ok();
        assertThat(identity.text("Arn")).isEqualTo(reply.text("Arn"));
        assertThat(identity.text("UserId")).isEqualTo(reply.text("AssumedRoleId"));
        session.iam("ListUsers").ok();
        assertThat(session.iam("CreateUser", "UserName", "x").text("Message"))
                .startsWith("User: arn:aws:sts::123456789012:assumed-role/Auditor/tuesday is not authorized to perform:"
                        + " iam:CreateUser");
        assertThat(bob.iam("ListUsers").status()).isEqualTo(403);
    }

    /** Recorded at AWS: who is no user must say which one he means. */
    @Test
    void hasNoUserOfItsOwn() {
        var session = bob.with(assume(bob));
        session.iam("GetUser", "UserName", "bob").ok();
        for (var action : List.of("GetUser", "ListMFADevices", "ListAccessKeys")) {
            session.iam(action).isInvalid("Must specify userName when calling with non-User credentials");
        }
        session.iam("ListMFADevices", "MaxItems", "0")
                .violates("maxItems", "Member must have value greater than or equal to 1");
        session.sts("GetSessionToken")
                .isRefused(403, "AccessDenied", "Cannot call GetSessionToken with session credentials");
    }

    @Test
    void needsTrustInTheUserOrInTheAccountAndHisOwnPolicies() {
        role(RolesTest.trust(ROOT, ""));
        isDenied(assume(bob));
        rig.put(
                "bob",
                "assume",
                Statements.document("{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Resource\":\"%s\"}"
                        .formatted(ARN_OF_ROLE)));
        assume(bob).ok();
        role(RolesTest.trust("\"123456789012\"", ""));
        assume(bob).ok();
        role(RolesTest.trust("\"arn:aws:iam::123456789012:user/alice\"", ""));
        isDenied(assume(bob));
        role(RolesTest.trust("\"*\"", ""));
        assume(bob).ok();
        rig.put("bob", "deny", Statements.document("{\"Effect\":\"Deny\",\"Action\":\"sts:*\",\"Resource\":\"*\"}"));
        isDenied(assume(bob));
    }

    @Test
    void isDeniedByADenyInTheTrustPolicy() {
        role(Statements.document(
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}",
                "{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":%s},\"Action\":\"sts:AssumeRole\"}".formatted(ROOT)));
        isDenied(assume(bob));
    }

    @Test
    void maySayThatACodeIsNeeded() {
        role(RolesTest.trust(BOB, WITH_CODE));
        rig.enabledFob(FOB, "bob");
        isDenied(assume(bob));
        isDenied(assume(bob.session()));
        var code = rig.code(FOB, 0);
        var session = bob.with(assume(bob, "SerialNumber", FOB, "TokenCode", code));
        session.iam("ListUsers").ok();
        assume(bob, "SerialNumber", FOB, "TokenCode", code).isRefused(403, "AccessDenied", SessionsTest.WRONG_CODE);
        rig.station.clock.turn(ServiceRig.STEP);
        assume(bob.mfaSession(FOB, rig.code(FOB, 0))).ok();
    }

    @Test
    void looksAtNoCodeWhereItWouldNotHelp() {
        role(RolesTest.trust("\"arn:aws:iam::123456789012:user/alice\"", WITH_CODE));
        rig.enabledFob(FOB, "bob");
        isDenied(assume(bob, "SerialNumber", FOB, "TokenCode", rig.code(FOB, 0)));
        bob.mfaSession(FOB, rig.code(FOB, 0));
        role(RolesTest.trust(BOB, WITH_CODE));
        assertThat(assume(bob, "SerialNumber", "GAHT99999999", "TokenCode", "123456")
                        .text("Message"))
                .startsWith("MultiFactorAuthentication failed, unable to validate MFA code.  Please");
    }

    /** IAM User Guide, "Secure API access with MFA": AssumeRole's credentials hold no MFA information. */
    @Test
    void givesNoMfaToWhatTheRoleDoes() {
        rig.enabledFob(FOB, "bob");
        var session = bob.with(assume(bob, "SerialNumber", FOB, "TokenCode", rig.code(FOB, 0)));
        admin.iam(
                        "PutRolePolicy",
                        "RoleName",
                        "Auditor",
                        "PolicyName",
                        "look",
                        "PolicyDocument",
                        Statements.document("{\"Effect\":\"Allow\",\"Action\":\"iam:*\",\"Resource\":\"*\"%s}"
                                .formatted(WITH_CODE)))
                .ok();
        assertThat(session.iam("ListUsers").status()).isEqualTo(403);
    }

    @Test
    void knowsExternalIdsAndSessionNames() {
        role(RolesTest.trust(
                BOB,
                ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"42\","
                        + "\"sts:RoleSessionName\":\"${aws:username}\"}}"));
        isDenied(assume(bob, "ExternalId", "42"));
        bob.sts("AssumeRole", "RoleArn", ARN_OF_ROLE, "RoleSessionName", "bob", "ExternalId", "42")
                .ok();
        isDenied(bob.sts("AssumeRole", "RoleArn", ARN_OF_ROLE, "RoleSessionName", "bob", "ExternalId", "43"));
    }

    @Test
    void lastsAsLongAsTheRoleAllows() {
        assume(bob, "DurationSeconds", "3601")
                .isInvalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        admin.iam("UpdateRole", "RoleName", "Auditor", "MaxSessionDuration", "7200")
                .ok();
        var session = bob.with(assume(bob, "DurationSeconds", "7200"));
        rig.station.clock.turn(Duration.ofHours(2).minusMillis(1));
        session.sts("GetCallerIdentity").ok();
        rig.station.clock.turn(Duration.ofMillis(1));
        session.sts("GetCallerIdentity")
                .isRefused(403, "ExpiredToken", "The security token included in the request is expired");
    }

    @Test
    void endsWithTheRoleAndWithTheKeyThatBeganIt() {
        var one = bob.with(assume(bob.session()));
        one.iam("ListUsers").ok();
        admin.iam("UpdateAccessKey", "UserName", "bob", "AccessKeyId", bob.keyId(), "Status", "Inactive")
                .ok();
        one.iam("ListUsers").isRefused(403, "InvalidClientTokenId", BAD_SESSION);
        admin.iam("UpdateAccessKey", "UserName", "bob", "AccessKeyId", bob.keyId(), "Status", "Active")
                .ok();
        admin.iam("DeleteRolePolicy", "RoleName", "Auditor", "PolicyName", "look")
                .ok();
        admin.iam("DeleteRole", "RoleName", "Auditor").ok();
        one.iam("ListUsers").isRefused(403, "InvalidClientTokenId", BAD_SESSION);
    }

    @Test
    void goesOnToAnotherRoleForAnHourAtMost() {
        var first = bob.with(assume(bob));
        role(RolesTest.trust("\"" + ARN_OF_ROLE + "\"", ""));
        admin.iam("UpdateRole", "RoleName", "Auditor", "MaxSessionDuration", "7200")
                .ok();
        assume(first).ok();
        rig.enabledFob(FOB, "bob");
        assertThat(assume(first, "SerialNumber", FOB, "TokenCode", rig.code(FOB, 0))
                        .text("Message"))
                .startsWith("MultiFactorAuthentication failed, unable to validate MFA code.");
        assume(first, "DurationSeconds", "3601")
                .isInvalid("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
                        + " chaining");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:role/Auditor",
        "arn:aws:iam::123456789012:role/sec/None",
        "arn:aws:iam::210987654321:role/sec/Auditor",
        "arn:aws:iam::123456789012:user/bob"
    })
    void deniesRolesThatAreNone(String arn) {
        bob.sts("AssumeRole", "RoleArn", arn, "RoleSessionName", "tuesday")
                .isRefused(
                        403,
                        "AccessDenied",
                        "User: arn:aws:iam::123456789012:user/bob is not authorized to perform: sts:AssumeRole on"
                                + " resource: " + arn);
    }

    @Test
    void validatesAndRefusesWhatItCouldNotObey() {
        bob.sts("AssumeRole", "RoleArn", ARN_OF_ROLE, "RoleSessionName", "Session1:2")
                .isInvalid("1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy"
                        + " constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*");
        assume(bob, "Policy", "{}").isInvalid("Policy is not supported, and would have to be obeyed.");
        for (var member : List.of(
                "PolicyArns.member.2.arn",
                "Tags.member.1.Value",
                "TransitiveTagKeys.member.1",
                "ProvidedContexts.member.3.ContextAssertion")) {
            assume(bob, member, "x")
                    .isInvalid(member.replaceAll("[.].*", "") + " is not supported, and would have to be obeyed.");
        }
        assertThat(bob.sts("AssumeRole", "RoleArn", ARN_OF_ROLE, "RoleSessionName", ":".repeat(300))
                        .text("Message"))
                .contains("Value '%s'".formatted(":".repeat(256)));
        bob.sts("AssumeRole")
                .isInvalid(
                        "2 validation errors detected: Value null at 'roleArn' failed to satisfy constraint: Member must"
                                + " not be null; Value null at 'roleSessionName' failed to satisfy constraint: Member must not be"
                                + " null");
    }
}
