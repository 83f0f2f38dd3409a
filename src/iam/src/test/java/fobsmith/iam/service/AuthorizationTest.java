package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.policy.PolicyAction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whoever has no policy may do nothing but what AWS allows everybody. */
class AuthorizationTest extends RiggedTest {
    private static final String USERS = "arn:aws:iam::" + ACCOUNT + ":user";
    private static final Map<String, String> EVERYTHING_NEEDED = new TreeMap<>(Map.ofEntries(
            Map.entry("SerialNumber", "GAHT00000001"),
            Map.entry("AuthenticationCode1", "123456"),
            Map.entry("AuthenticationCode2", "234567"),
            Map.entry("AccessKeyId", "AKIAIOSFODNN7EXAMPLE"),
            Map.entry("VirtualMFADeviceName", "phone"),
            Map.entry("PolicyName", "p"),
            Map.entry("PolicyDocument", Statements.document(Statements.READING_ONESELF)),
            Map.entry("AccountAlias", "acme"),
            Map.entry("Status", "Active"),
            Map.entry("GroupName", "desk"),
            Map.entry("RoleName", "auditor"),
            Map.entry("AssumeRolePolicyDocument", RolesTest.trust("\"*\"", ""))));

    private static final List<String> ON_USERS = List.of(
            "CreateUser",
            "GetUser",
            "UpdateUser",
            "DeleteUser",
            "TagUser",
            "UntagUser",
            "ListUserTags",
            "CreateAccessKey",
            "ListAccessKeys",
            "UpdateAccessKey",
            "DeleteAccessKey",
            "PutUserPolicy",
            "GetUserPolicy",
            "DeleteUserPolicy",
            "ListUserPolicies",
            "ListGroupsForUser",
            "EnableMFADevice",
            "ResyncMFADevice",
            "DeactivateMFADevice",
            "ListMFADevices",
            "GetMFADevice");
    private static final List<String> ON_THE_CALLER = List.of(
            "GetUser",
            "CreateAccessKey",
            "ListAccessKeys",
            "UpdateAccessKey",
            "DeleteAccessKey",
            "DeactivateMFADevice",
            "ListMFADevices",
            "GetMFADevice");
    private static final Map<String, String> ON_OTHERS = new TreeMap<>(Map.ofEntries(
            Map.entry("ListUsers", "*"),
            Map.entry("ListVirtualMFADevices", "*"),
            Map.entry("GetAccountSummary", "*"),
            Map.entry("CreateAccountAlias", "*"),
            Map.entry("DeleteAccountAlias", "*"),
            Map.entry("ListAccountAliases", "*"),
            Map.entry("GetAccessKeyLastUsed", "*"),
            Map.entry("ListGroups", "*"),
            Map.entry("ListRoles", "*"),
            Map.entry("GenerateCredentialReport", "*"),
            Map.entry("GetCredentialReport", "*"),
            Map.entry("CreateGroup", "arn:aws:iam::123456789012:group/desk"),
            Map.entry("GetGroup", "arn:aws:iam::123456789012:group/desk"),
            Map.entry("AddUserToGroup", "arn:aws:iam::123456789012:group/desk"),
            Map.entry("PutGroupPolicy", "arn:aws:iam::123456789012:group/desk"),
            Map.entry("CreateRole", "arn:aws:iam::123456789012:role/auditor"),
            Map.entry("GetRole", "arn:aws:iam::123456789012:role/auditor"),
            Map.entry("UpdateAssumeRolePolicy", "arn:aws:iam::123456789012:role/auditor"),
            Map.entry("TagRole", "arn:aws:iam::123456789012:role/auditor"),
            Map.entry("PutRolePolicy", "arn:aws:iam::123456789012:role/auditor"),
            Map.entry("DeleteVirtualMFADevice", "GAHT00000001"),
            Map.entry("TagMFADevice", "GAHT00000001"),
            Map.entry("UntagMFADevice", "GAHT00000001"),
            Map.entry("ListMFADeviceTags", "GAHT00000001"),
            Map.entry("CreateVirtualMFADevice", "arn:aws:iam::123456789012:mfa/phone")));

    private Client bob;

    @BeforeEach
    void makeBobBelowAPath() {
        bob = rig.client(rig.station.registry.users().create(rig.station.console, "Bob", "/staff/", false));
        rig.station.user("alice");
    }

    private Reply call(Client client, String action, Map<String, String> more) {
        var members = new TreeMap<>(EVERYTHING_NEEDED);
        if (action.equals("UpdateAssumeRolePolicy")) {
            members.put("PolicyDocument", RolesTest.trust("\"*\"", ""));
        }
        if (action.equals("AddUserToGroup")) {
            members.put("UserName", "alice");
        }
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

    private static Stream<DynamicTest> each(Stream<String> actions, Consumer<String> check) {
        return actions.map(action -> DynamicTest.dynamicTest(action, () -> check.accept(action)));
    }

    @TestFactory
    Stream<DynamicTest> deniesAnyDealingWithUsersWhetherTheyExistOrNot() {
        return each(ON_USERS.stream(), action -> {
            for (var name : List.of("alice", "nobody", "administrator")) {
                isDenied(call(bob, action, Map.of("UserName", name)), action, USERS + "/" + name);
            }
            if (!action.equals("CreateUser")) {
                isDenied(call(bob, action, Map.of("UserName", "BOB")), action, USERS + "/staff/Bob");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> takesTheCallerForTheUserWhereNoneIsNamed() {
        return each(
                ON_THE_CALLER.stream(), action -> isDenied(call(bob, action, Map.of()), action, USERS + "/staff/Bob"));
    }

    @TestFactory
    Stream<DynamicTest> deniesWhatIsNoUsers() {
        return each(
                ON_OTHERS.keySet().stream(),
                action -> isDenied(call(bob, action, Map.of()), action, ON_OTHERS.getOrDefault(action, "")));
    }

    @Test
    void namesTheUserThatWouldHaveBeenCreated() {
        isDenied(call(bob, "CreateUser", Map.of("Path", "/p/", "UserName", "carol")), "CreateUser", USERS + "/p/carol");
    }

    @Test
    void tellsNeitherPathNorSpellingNorOwner() {
        var carol = rig.client(rig.station.registry.users().create(rig.station.console, "Carol", "/secret/", false));
        isDenied(call(bob, "GetUser", Map.of("UserName", "carol")), "GetUser", USERS + "/carol");
        isDenied(call(bob, "GetAccessKeyLastUsed", Map.of("AccessKeyId", carol.keyId())), "GetAccessKeyLastUsed", "*");
        admin.iam("CreateGroup", "GroupName", "Desk", "Path", "/secret/").ok();
        isDenied(call(bob, "GetGroup", Map.of()), "GetGroup", "arn:aws:iam::123456789012:group/desk");
        admin.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "Phone").ok();
        isDenied(
                call(bob, "DeleteVirtualMFADevice", Map.of("SerialNumber", ARN + "phone")),
                "DeleteVirtualMFADevice",
                ARN + "phone");
    }

    @Test
    void asksForTheOwnerOfAnAccessKey() {
        rig.allow("bob", "own", Statements.allow("arn:aws:iam::*:user/staff/Bob", "GetAccessKeyLastUsed"));
        bob.iam("GetAccessKeyLastUsed", "AccessKeyId", bob.keyId()).ok();
        isDenied(call(bob, "GetAccessKeyLastUsed", Map.of("AccessKeyId", admin.keyId())), "GetAccessKeyLastUsed", "*");
    }

    /** STS API reference: both need no permission. */
    @Test
    void leavesEverybodyHisIdentityAndHisSessions() {
        bob.sts("GetCallerIdentity").ok();
        bob.session().sts("GetCallerIdentity").ok();
        rig.put("bob", "nothing", Statements.document("{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}"));
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

    /** Else a policy could name what nobody can ask for; fobsmith's own are asked for at the desk. */
    @Test
    void servesEveryActionThatPoliciesKnow() {
        for (var action : PolicyAction.values()) {
            var name = action.written().replaceFirst(".*:", "");
            var reply = action.written().startsWith("sts:") ? admin.sts(name) : admin.iam(name);
            boolean served = !action.written().startsWith("fobsmith:");
            assertThat(!reply.answer().body().contains("InvalidAction"))
                    .as(action.written())
                    .isEqualTo(served);
        }
    }
}
