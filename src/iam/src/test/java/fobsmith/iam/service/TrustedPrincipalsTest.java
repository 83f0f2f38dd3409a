package fobsmith.iam.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a trust policy names is who bore the name then, as AWS documents it under "AWS JSON policy elements: Principal". */
class TrustedPrincipalsTest extends RiggedTest {
    private static final String BOB = "\"arn:aws:iam::123456789012:user/bob\"";

    private Client bob;

    @BeforeEach
    void makeBobWhomTheAuditorTrusts() {
        bob = rig.client(rig.station.user("bob"));
        create("Auditor", RolesTest.trust(BOB, "")).ok();
    }

    private Reply create(String name, String trust) {
        return admin.iam("CreateRole", "RoleName", name, "AssumeRolePolicyDocument", trust);
    }

    private Reply update(String name, String trust) {
        return admin.iam("UpdateAssumeRolePolicy", "RoleName", name, "PolicyDocument", trust);
    }

    private String shown(String name) {
        var role = admin.iam("GetRole", "RoleName", name).ok();
        return URLDecoder.decode(role.text("AssumeRolePolicyDocument"), UTF_8);
    }

    private Reply assume(Client client, String role, String sessionName) {
        var arn = "arn:aws:iam::%s:role/%s".formatted(ACCOUNT, role);
        return client.sts("AssumeRole", "RoleArn", arn, "RoleSessionName", sessionName);
    }

    private void refuses(String trust, String principal) {
        var message = "Invalid principal in policy: \"AWS\":\"%s\"".formatted(principal);
        create("New", trust).isRefused(400, "MalformedPolicyDocument", message);
        update("Auditor", trust).isRefused(400, "MalformedPolicyDocument", message);
    }

    @Test
    void whoGetsTheNameOfSomebodyDeletedIsNotTrusted() {
        assume(bob, "Auditor", "one").ok();
        var id = admin.iam("GetUser", "UserName", "bob").ok().text("UserId");
        admin.iam("DeleteAccessKey", "UserName", "bob", "AccessKeyId", bob.keyId())
                .ok();
        admin.iam("DeleteUser", "UserName", "bob").ok();
        var another = rig.client(rig.station.user("bob"));

        assertThat(assume(another, "Auditor", "two").text("Code")).isEqualTo("AccessDenied");
        assertThat(shown("Auditor")).isEqualTo(RolesTest.trust("\"" + id + "\"", ""));
        refuses(shown("Auditor"), id);
        update("Auditor", RolesTest.trust(BOB, "")).ok();
        assume(another, "Auditor", "two").ok();
    }

    @Test
    void whoIsRenamedStaysTrusted() {
        admin.iam("UpdateUser", "UserName", "bob", "NewUserName", "robert", "NewPath", "/a\"b/")
                .ok();

        assume(bob, "Auditor", "one").ok();
        assertThat(shown("Auditor")).isEqualTo(RolesTest.trust("\"arn:aws:iam::123456789012:user/a\\\"b/robert\"", ""));
        update("Auditor", shown("Auditor")).ok();
        assume(bob, "Auditor", "one").ok();
    }

    @Test
    void aDenyMeansThePersonToo() {
        update(
                        "Auditor",
                        Statements.document(
                                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}",
                                "{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":[%s]},\"Action\":\"sts:AssumeRole\"}"
                                        .formatted(BOB)))
                .ok();
        admin.iam("UpdateUser", "UserName", "bob", "NewUserName", "robert").ok();

        assertThat(assume(bob, "Auditor", "one").text("Code")).isEqualTo("AccessDenied");
        assume(rig.client(rig.station.user("bob")), "Auditor", "two").ok();
    }

    /** As versions kept it that knew people by ARN: read as "allows nobody", it must not mean "denies nobody". */
    @Test
    void anArnThatWasStoredAllowsNobodyButDeniesItsBearer() {
        var roles = rig.station.registry.roles();
        var auditor = roles.get("Auditor");
        var allow = "{\"Effect\":\"Allow\",\"Principal\":%s,\"Action\":\"sts:AssumeRole\"}";
        var deny = "{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":%s},\"Action\":\"sts:AssumeRole\"}";
        roles.updateTrust(
                rig.station.console, auditor, Statements.document(allow.formatted("\"*\""), deny.formatted(BOB)));
        assertThat(assume(bob, "Auditor", "one").text("Code")).isEqualTo("AccessDenied");
        var alice = rig.client(rig.station.user("alice"));
        var asAuditor = alice.with(assume(alice, "Auditor", "one"));
        roles.updateTrust(rig.station.console, auditor, Statements.document(allow.formatted("{\"AWS\":" + BOB + "}")));
        assertThat(assume(bob, "Auditor", "one").text("Code")).isEqualTo("AccessDenied");

        create("Next", Statements.document(allow.formatted("\"*\""))).ok();
        for (var name : List.of("iam::123456789012:role/Auditor", "sts::123456789012:assumed-role/Auditor/one")) {
            assume(asAuditor, "Next", "two").ok();
            roles.updateTrust(
                    rig.station.console,
                    roles.get("Next"),
                    Statements.document(allow.formatted("\"*\""), deny.formatted("\"arn:aws:" + name + "\"")));
            assertThat(assume(asAuditor, "Next", "two").text("Code")).isEqualTo("AccessDenied");
            roles.updateTrust(rig.station.console, roles.get("Next"), Statements.document(allow.formatted("\"*\"")));
        }
    }

    @Test
    void aRoleMayBeNamedOrOneOfItsSessions() {
        create("Next", RolesTest.trust("\"arn:aws:sts::123456789012:assumed-role/Auditor/one\"", ""))
                .ok();
        var one = bob.with(assume(bob, "Auditor", "one"));
        var two = bob.with(assume(bob, "Auditor", "two"));

        assume(one, "Next", "next").ok();
        assertThat(assume(two, "Next", "next").text("Code")).isEqualTo("AccessDenied");
        assertThat(shown("Next")).contains(":assumed-role/Auditor/one");
        update("Next", RolesTest.trust("\"arn:aws:iam::123456789012:role/Auditor\"", ""))
                .ok();
        assume(two, "Next", "next").ok();

        admin.iam("DeleteRole", "RoleName", "Auditor").ok();
        create("Auditor", RolesTest.trust(BOB, "")).ok();
        assertThat(assume(bob.with(assume(bob, "Auditor", "one")), "Next", "next")
                        .text("Code"))
                .isEqualTo("AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:user/nobody",
                "arn:aws:iam::123456789012:user/staff/bob",
                "arn:aws:iam::123456789012:user/BOB",
                "arn:aws:iam::210987654321:user/bob",
                "arn:aws:iam::123456789012:role/bob",
                "arn:aws:iam::123456789012:role/Ärzte",
                "arn:aws:sts::123456789012:assumed-role/None/one",
                "arn:aws:sts::123456789012:assumed-role/sec/Auditor/one",
                "arn:aws:sts::210987654321:assumed-role/Auditor/one",
                "AIDAAAAAAAAAAAAAAAAAA",
                "AROAAAAAAAAAAAAAAAAAA:one"
            })
    void nobodyCannotBeTrusted(String principal) {
        refuses(RolesTest.trust("[\"*\", \"%s\"]".formatted(principal), ""), principal);
    }

    @Test
    void whatElseIsWrittenStaysAsItIs() {
        var trust = """
                { "Version" : "2012-10-17", "Id": "AWS",
                  "Statement":[ {"Sid": "a", "Effect":"Allow", "Action" : "sts:AssumeRole",
                    "Principal": { "Service":"ec2.amazonaws.com", "AWS" : [%s , "123456789012",
                      "arn:aws:iam::210987654321:root"]},
                    "Condition":{"StringLike":{"aws:username":["arn:aws:iam::123456789012:user/nobody"]}}}]}""".formatted(BOB);
        update("Auditor", trust).ok();

        assertThat(shown("Auditor")).isEqualTo(trust);
    }
}
