package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The decisions of the policy by which AWS's User Guide lets users manage their own devices
 * (reference_policies_examples_iam_mfa-selfmanage), for a policy of the same effect in our own words, as requests meet them.
 */
class UserGuidePolicyTest extends RiggedTest {
    private static final String FOB = "GAHT00000001";
    private static final String FREE = "GAHT00000002";

    private Client bob;

    @BeforeEach
    void makeBob() {
        bob = rig.client(rig.station.user("bob"));
        rig.station.user("alice");
        rig.put(
                "bob",
                "self-service",
                Statements.document(
                        Statements.allow("*", "ListUsers", "ListVirtualMFADevices"),
                        Statements.allow("arn:aws:iam::*:mfa/*", "CreateVirtualMFADevice"),
                        Statements.allow(
                                "arn:aws:iam::*:user/${aws:username}",
                                "EnableMFADevice",
                                "GetMFADevice",
                                "ListMFADevices",
                                "ResyncMFADevice"),
                        """
                        {"Effect":"Allow","Action":"iam:DeactivateMFADevice",
                         "Resource":"arn:aws:iam::*:user/${aws:username}",
                         "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}""",
                        """
                        {"Effect":"Deny","NotAction":["iam:CreateVirtualMFADevice","iam:EnableMFADevice",
                         "iam:ListMFADevices","iam:ListUsers","iam:ListVirtualMFADevices","iam:ResyncMFADevice"],
                         "Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}"""));
        rig.station.fob(FREE);
    }

    private static String[] members(String device, String user) {
        return Stream.of(
                        List.of("UserName", user, "SerialNumber", device, "VirtualMFADeviceName", "mine"),
                        List.of("AuthenticationCode1", "000000", "AuthenticationCode2", "000001"),
                        List.of("Tags.member.1.Key", "k", "Tags.member.1.Value", "v"))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /** "implicit" and "explicit" as the message says; all else is an answer of the operation itself, by its code. */
    private static String outcome(Reply reply) {
        if (reply.status() == 200) {
            return "allow";
        }
        var message = reply.text("Message");
        if (message.endsWith("with an explicit deny in an identity-based policy")) {
            return "explicit";
        }
        return message.contains("because no identity-based policy allows the iam:") ? "implicit" : reply.text("Code");
    }

    @ParameterizedTest
    @CsvSource({
        "CreateVirtualMFADevice, alice, allow,                     allow",
        "ListMFADevices,         bob,   allow,                     allow",
        "ListUsers,              bob,   allow,                     allow",
        "ListVirtualMFADevices,  bob,   allow,                     allow",
        "ResyncMFADevice,        bob,   InvalidAuthenticationCode, InvalidAuthenticationCode",
        "EnableMFADevice,        bob,   AccessDenied,              EntityAlreadyExists",
        "EnableMFADevice,        alice, implicit,                  implicit",
        "GetMFADevice,           bob,   explicit,                  allow",
        "DeactivateMFADevice,    bob,   explicit,                  allow",
        "DeactivateMFADevice,    alice, explicit,                  implicit",
        "DeleteVirtualMFADevice, bob,   explicit,                  implicit",
        "TagMFADevice,           bob,   explicit,                  implicit"
    })
    void decidesAsTheGuideSays(String action, String user, String withKey, String withCode) {
        rig.enabledFob(FOB, "bob");
        var code = rig.code(FOB, 0);
        assertThat(outcome(bob.iam(action, members(FOB, user)))).isEqualTo(withKey);
        isNoSessionForIam(bob.session().iam(action, members(FOB, user)));
        admin.iam("DeleteVirtualMFADevice", "SerialNumber", ARN + "mine");
        assertThat(outcome(bob.mfaSession(FOB, code).iam(action, members(FOB, user))))
                .isEqualTo(withCode);
    }

    private static void isNoSessionForIam(Reply reply) {
        reply.isRefused(403, "InvalidClientTokenId", "The security token included in the request is invalid");
    }

    @Test
    void letsHimEnableAFirstDeviceWithoutACode() {
        bob.iam("EnableMFADevice", ServiceRig.enabling("bob", FREE, rig.code(FREE, -1), rig.code(FREE, 0)))
                .ok();
    }

    @Test
    void saysThatADenyIsExplicit() {
        bob.iam("DeactivateMFADevice", "SerialNumber", FOB)
                .isRefused(
                        403,
                        "AccessDenied",
                        "User: arn:aws:iam::123456789012:user/bob is not authorized to perform: iam:DeactivateMFADevice on"
                                + " resource: arn:aws:iam::123456789012:user/bob with an explicit deny in an identity-based"
                                + " policy");
    }

    @Test
    void hasNoSayInSessionsAndIdentity() {
        rig.enabledFob(FOB, "bob");
        bob.sts("GetCallerIdentity").ok();
        var session = bob.mfaSession(FOB, rig.code(FOB, 0));
        session.sts("GetCallerIdentity").ok();
        session.sts("GetSessionToken")
                .isRefused(403, "AccessDenied", "Cannot call GetSessionToken with session credentials");
    }
}
