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

/** Until policies exist: an administrator may do all, anybody else reads himself and asks STS. */
class AuthorizationTest extends RiggedTest {
    private static final String USERS = "arn:aws:iam::" + ACCOUNT + ":user";
    private static final Map<String, String> EVERYTHING_NEEDED = new TreeMap<>(Map.of(
            "SerialNumber", "GAHT00000001",
            "AuthenticationCode1", "123456",
            "AuthenticationCode2", "234567",
            "AccessKeyId", "AKIAIOSFODNN7EXAMPLE",
            "VirtualMFADeviceName", "phone"));

    private Client bob;

    @BeforeEach
    void makeBobBelowAPath() {
        bob = rig.client(rig.station.registry.users().create(rig.station.console, "Bob", "/staff/", false));
        rig.station.user("alice");
    }

    private Reply call(Client client, String action, Map<String, String> more) {
        var members = new TreeMap<>(EVERYTHING_NEEDED);
        members.putAll(more);
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

    @Test
    void deniesAnyDealingWithOthersWhetherTheyExistOrNot() {
        for (var action : List.of(
                "CreateUser",
                "GetUser",
                "DeleteUser",
                "CreateAccessKey",
                "ListAccessKeys",
                "DeleteAccessKey",
                "EnableMFADevice",
                "ResyncMFADevice",
                "DeactivateMFADevice",
                "ListMFADevices")) {
            for (var name : new String[] {"alice", "nobody", "administrator"}) {
                isDenied(call(bob, action, Map.of("UserName", name)), action, USERS + "/" + name);
            }
        }
    }

    @Test
    void deniesChangingOneself() {
        for (var action : List.of(
                "DeleteUser",
                "CreateAccessKey",
                "DeleteAccessKey",
                "EnableMFADevice",
                "ResyncMFADevice",
                "DeactivateMFADevice")) {
            isDenied(call(bob, action, Map.of("UserName", "BOB")), action, USERS + "/staff/Bob");
        }
    }

    @Test
    void deniesChangingOneselfWithoutSayingSo() {
        for (var action : List.of("CreateAccessKey", "DeleteAccessKey", "DeactivateMFADevice")) {
            isDenied(call(bob, action, Map.of()), action, USERS + "/staff/Bob");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ListUsers, *",
        "ListVirtualMFADevices, *",
        "DeleteVirtualMFADevice, GAHT00000001",
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
    void allowsReadingOneself() {
        for (var action : List.of("GetUser", "ListMFADevices", "ListAccessKeys")) {
            call(bob, action, Map.of()).ok();
            call(bob, action, Map.of("UserName", "bob")).ok();
        }
    }

    @Test
    void givesASessionNoMoreThanItsUser() {
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
        assertThat(bob.iam("ListMFADevices").ok().texts("SerialNumber")).containsExactly("GAHT00000001");
        assertThat(admin.iam("ListVirtualMFADevices").ok().texts("SerialNumber"))
                .isEmpty();
        assertThat(admin.iam("ListUsers").ok().texts("UserName")).containsExactly("administrator", "alice", "Bob");
    }
}
