package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policies learn of a request: the condition keys that the service fills in. */
class RequestContextTest extends RiggedTest {
    private static final String FOB = "GAHT00000001";

    private Client bob;

    @BeforeEach
    void makeBob() {
        bob = rig.client(rig.station.registry.users().create(rig.station.console, "bob", "/staff/", false));
        admin.iam("TagUser", "UserName", "bob", "Tags.member.1.Key", "Team", "Tags.member.1.Value", "blue")
                .ok();
    }

    private void allowUnder(String condition, String action) {
        rig.put("bob", "tested", Statements.document("""
                {"Effect":"Allow","Action":"iam:%s","Resource":"*","Condition":%s}""".formatted(action, condition)));
    }

    private boolean allows(Client client, String action, String... members) {
        return !client.iam(action, members).answer().body().contains("<Code>AccessDenied</Code>");
    }

    /** The registry's clock stands at 2026-11-23T12:00:00Z, and the caller at 127.0.0.1. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StringEquals | aws:username | bob | true",
                "StringEquals | aws:username | Bob | false",
                "StringLike | aws:userid | AIDA* | true",
                "StringEquals | aws:PrincipalType | User | true",
                "ArnEquals | aws:PrincipalArn | arn:aws:iam::*:user/staff/bob | true",
                "StringEquals | aws:PrincipalTag/team | blue | true",
                "StringEquals | aws:PrincipalTag/team | red | false",
                "StringEquals | aws:ResourceTag/Team | blue | true",
                "StringEquals | iam:ResourceTag/Team | blue | true",
                "DateLessThan | aws:CurrentTime | 2026-11-23T12:00:01Z | true",
                "DateLessThan | aws:CurrentTime | 2026-11-23T12:00:00Z | false",
                "NumericEquals | aws:EpochTime | 1795435200 | true",
                "IpAddress | aws:SourceIp | 127.0.0.0/8 | true",
                "IpAddress | aws:SourceIp | 10.0.0.0/8 | false",
                "Bool | aws:SecureTransport | false | true",
                "Null | aws:MultiFactorAuthPresent | true | true",
                "Null | aws:MultiFactorAuthAge | true | true",
                "Null | aws:TokenIssueTime | true | true",
                "Null | aws:RequestTag/team | true | true",
                "Null | aws:TagKeys | true | true"
            })
    void isFilledInForALongTermKey(String operator, String key, String value, boolean allowed) {
        allowUnder("{\"%s\":{\"%s\":\"%s\"}}".formatted(operator, key, value), "GetUser");
        assertThat(allows(bob, "GetUser")).isEqualTo(allowed);
    }

    @Test
    void knowsInASessionWhetherAndWhenACodeWasShown() {
        rig.enabledFob(FOB, "bob");
        var session = bob.mfaSession(FOB, rig.code(FOB, 0));
        allowUnder("""
                {"Bool":{"aws:MultiFactorAuthPresent":"true"},
                 "NumericLessThanEquals":{"aws:MultiFactorAuthAge":"60"},
                 "DateGreaterThan":{"aws:TokenIssueTime":"2026-11-23T12:00:00Z"}}""", "GetUser");
        assertThat(allows(bob, "GetUser")).isFalse();
        rig.station.clock.turn(Duration.ofSeconds(60));
        assertThat(allows(session, "GetUser")).isTrue();
        rig.station.clock.turn(Duration.ofSeconds(1));
        assertThat(allows(session, "GetUser")).isFalse();
    }

    private static String[] tag(String name, String whose, String key, String value) {
        return new String[] {name, whose, "Tags.member.1.Key", key, "Tags.member.1.Value", value};
    }

    @Test
    void knowsTheTagsThatARequestWantsToGive() {
        allowUnder("""
                {"StringEquals":{"aws:RequestTag/team":"blue"},
                 "ForAllValues:StringEquals":{"aws:TagKeys":["team"]}}""", "*");
        assertThat(allows(bob, "TagUser", tag("UserName", "bob", "team", "blue")))
                .isTrue();
        assertThat(allows(bob, "TagUser", tag("UserName", "bob", "team", "red")))
                .isFalse();
        assertThat(allows(bob, "CreateUser", tag("UserName", "carol", "team", "blue")))
                .isTrue();
        assertThat(allows(bob, "CreateUser", "UserName", "dave")).isFalse();
        assertThat(allows(bob, "CreateVirtualMFADevice", tag("VirtualMFADeviceName", "p", "team", "blue")))
                .isTrue();
        assertThat(allows(bob, "TagMFADevice", tag("SerialNumber", ARN + "p", "colour", "blue")))
                .isFalse();
    }

    @Test
    void knowsTheTagsOfADeviceButNotInIamsOwnWords() {
        admin.iam("CreateVirtualMFADevice", tag("VirtualMFADeviceName", "phone", "team", "blue"))
                .ok();
        allowUnder("{\"StringEquals\":{\"aws:ResourceTag/team\":\"${aws:PrincipalTag/team}\"}}", "ListMFADeviceTags");
        assertThat(allows(bob, "ListMFADeviceTags", "SerialNumber", ARN + "phone"))
                .isTrue();
        allowUnder("{\"StringEquals\":{\"iam:ResourceTag/team\":\"blue\"}}", "ListMFADeviceTags");
        assertThat(allows(bob, "ListMFADeviceTags", "SerialNumber", ARN + "phone"))
                .isFalse();
    }

    @Test
    void knowsTheKeysThatARequestWantsToTake() {
        allowUnder("{\"ForAllValues:StringEquals\":{\"aws:TagKeys\":[\"team\"]}}", "UntagUser");
        assertThat(allows(bob, "UntagUser", "UserName", "bob", "TagKeys.member.1", "team"))
                .isTrue();
        assertThat(allows(bob, "UntagUser", "UserName", "bob", "TagKeys.member.1", "role"))
                .isFalse();
    }

    /** A request may spell names as it likes; a policy is asked about the name that the thing has. */
    @Test
    void isAboutTheUserAndTheDeviceAndNotAboutTheirSpelling() {
        admin.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "Phone").ok();
        rig.put("bob", "all", Statements.document("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}"));
        rig.put("bob", "but", Statements.document("""
                {"Effect":"Deny","Action":"*","Resource":["arn:aws:iam::*:mfa/Phone","arn:aws:iam::*:user/administrator"]}"""));
        assertThat(allows(bob, "DeleteVirtualMFADevice", "SerialNumber", ARN + "PHONE"))
                .isFalse();
        assertThat(allows(bob, "DeleteUser", "UserName", "ADMINISTRATOR")).isFalse();
    }
}
