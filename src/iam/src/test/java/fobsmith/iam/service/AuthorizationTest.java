package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has no policy may do nothing but what AWS allows everybody. */
class AuthorizationTest extends RiggedTest {
    private static final String USERS = "arn:aws:iam::" + ACCOUNT + ":user";
    private static final Map<String, String> EVERYTHING_NEEDED = new TreeMap<>(Map.of(
            "SerialNumber", "GAHT00000001",
            "AuthenticationCode1", "123456",
            "AuthenticationCode2", "234567",
            "AccessKeyId", "AKIAIOSFODNN7EXAMPLE",
            "VirtualMFADeviceName", "phone",
            "PolicyName", "p",
            "PolicyDocument", Statements.document(Statements.READING_ONESELF),
            "AccountAlias", "acme",
            "Status", "Active"));

    private Client bob;

    @BeforeEach
    void makeBobBelowAPath() {
        bob = rig.client(rig.station.registry.users().create(rig.station.console, "Bob", "/staff/", false));
        rig.station.user("alice");
    }

    private Reply call(Client client, String action, Map<String, String> more) {
        var members = new TreeMap<>(EVERYTHING_NEEDED);
        members.putAll(more);
        members.put("Tags", "");
        members.put("TagKeys", "");
        return client.iam(
                action,
                members.entrySet().stream()
                        .flatMap(member -> Stream.of(member.getKey(), member.getValue()))
                        .toArray(String[]::new));
    }

    private static void isDenied(Reply reply, String action, String resource) {
        reply.isRefused(
                403,
                "AccessDenied",
                "User: %s/staff/Bob is not authorized to perform: iam:%s on resource: %s because no identity-based policy"
                                .formatted(USERS, action, resource)
                        + " allows the iam:%s action".formatted(action));
    }

    @ParameterizedTest
    @CsvSource({
        "CreateUser", "GetUser", "UpdateUser", "DeleteUser", "TagUser", "UntagUser", "ListUserTags", "CreateAccessKey",
        "ListAccessKeys", "UpdateAccessKey", "DeleteAccessKey", "PutUserPolicy", "GetUserPolicy", "DeleteUserPolicy",
        "ListUserPolicies", "EnableMFADevice", "ResyncMFADevice", "DeactivateMFADevice", "ListMFADevices", "GetMFADevice"
    })
    void deniesAnyDealingWithUsersWhetherTheyExistOrNot(String action) {
        for (var name : List.of("alice", "nobody", "administrator")) {
            isDenied(call(bob, action, Map.of("UserName", name)), action, USERS + "/" + name);
        }
        if (!action.equals("CreateUser")) {
            isDenied(call(bob, action, Map.of("UserName", "BOB")), action, USERS + "/staff/Bob");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GetUser", "CreateAccessKey", "ListAccessKeys", "UpdateAccessKey", "DeleteAccessKey", "DeactivateMFADevice",
        "ListMFADevices", "GetMFADevice"
    })
    void takesTheCallerForTheUserWhereNoneIsNamed(String action) {
        isDenied(call(bob, action, Map.of()), action, USERS + "/staff/Bob");
    }

    @ParameterizedTest
    @CsvSource({
        "ListUsers, *",
        "ListVirtualMFADevices, *",
        "GetAccountSummary, *",
        "CreateAccountAlias, *",
        "DeleteAccountAlias, *",
        "ListAccountAliases, *",
        "GetAccessKeyLastUsed, *",
        "DeleteVirtualMFADevice, GAHT00000001",
        "TagMFADevice, GAHT00000001",
        "UntagMFADevice, GAHT00000001",
        "ListMFADeviceTags, GAHT00000001",
        "CreateVirtualMFADevice, arn:aws:iam::123456789012:mfa/phone"
    })
    void deniesWhatIsNoUsers(String action, String resource) {
        isDenied(call(bob, action, Map.of()), action, resource);
    }

    @Test
    void namesTheUserThatWouldHaveBeenCreated() {
        isDenied(call(bob, "CreateUser", Map.of("Path", "/p/", "UserName", "carol")), "CreateUser", USERS + "/p/carol");
    }

    @Test
    void asksForTheOwnerOfAnAccessKey() {
        isDenied(
                call(bob, "GetAccessKeyLastUsed", Map.of("AccessKeyId", bob.keyId())),
                "GetAccessKeyLastUsed",
                USERS + "/staff/Bob");
    }

    /** STS API reference: both need no permission. */
    @Test
    void leavesEverybodyHisIdentityAndHisSessions() {
        bob.sts("GetCallerIdentity").ok();
        bob.session().sts("GetCallerIdentity").ok();
        rig.put(
                "bob",
                "nothing",
                Statements.document("{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}"));
        bob.sts("GetCallerIdentity").ok();
        bob.session().sts("GetCallerIdentity").ok();
    }

    @Test
    void givesASessionNoMoreThanItsUser() {
        rig.allow("bob", "look", Statements.allow("*", "GetUser"));
        rig.enabledFob("GAHT00000001", "bob");
        var session = bob.mfaSession("GAHT00000001", rig.code("GAHT00000001", 0));
        call(session, "GetUser", Map.of()).ok();
        isDenied(call(session, "ListUsers", Map.of()), "ListUsers", "*");
    }

    @Test
    void changesNothingWhenDenied() {
        rig.enabledFob("GAHT00000001", "bob");
        call(bob, "DeactivateMFADevice", Map.of());
        call(bob, "CreateVirtualMFADevice", Map.of());
        call(bob, "CreateUser", Map.of("UserName", "carol"));
        assertThat(admin.iam("ListMFADevices", "UserName", "bob").ok().texts("SerialNumber"))
                .containsExactly("GAHT00000001");
        assertThat(admin.iam("ListVirtualMFADevices").ok().texts("SerialNumber"))
                .isEmpty();
        assertThat(admin.iam("ListUsers").ok().texts("UserName")).containsExactly("administrator", "alice", "Bob");
    }
}
