package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Errors that AWS answers to these operations, provoked: code, HTTP status and text, as API references, users' reports and
 * recorded answers have them. What takes more than one request, or is a subject of its own, is proven in other classes:
 *
 * <ul>
 *   <li>signatures and presigned URLs: CheckOrderTest, SignedRequestTest, PresignedRequestTest, PresignedUrlTest
 *   <li>unknown actions and versions, missing credentials: ProtocolTest; bodies too many or too large: LargeBodiesTest,
 *       HttpLimitsTest
 *   <li>codes and devices at GetSessionToken and AssumeRole: SessionsTest, AssumeRoleTest; there, too, values that STS repeats
 *       and "Must specify userName"
 *   <li>keys that are off and sessions that are over: AccessKeysTest, SessionsTest, AssumeRoleTest
 *   <li>explicit denials: UserGuidePolicyTest; MFA first: MfaFirstTest
 *   <li>virtual devices in use: VirtualDevicesTest; policies and members still there: UserPoliciesTest, GroupsTest, RolesTest
 *   <li>malformed policies: UserPoliciesTest, RolesTest, TrustedPrincipalsTest
 *   <li>quotas of devices, tags, groups and policies: MfaDevicesTest, TagsTest, GroupsTest, UserPoliciesTest
 *   <li>groups, roles and aliases unknown or there already: GroupsTest, RolesTest, AccountTest
 * </ul>
 *
 * What cannot happen here is said in docs/aws-compatibility.md.
 */
class ErrorRowsTest extends RiggedTest {
    private static final String FOB = "GAHT00000001";
    private static final String FREE = "GAHT00000002";

    private record Row(int status, String code, String text, Supplier<Reply> request) {
        DynamicTest test() {
            return DynamicTest.dynamicTest(
                    "%s: %s".formatted(code, text), () -> request.get().isRefused(status, code, text));
        }
    }

    private static Stream<DynamicTest> all(List<Row> rows) {
        return rows.stream().map(Row::test);
    }

    private Row row(int status, String code, String text, String action, String... members) {
        return new Row(status, code, text, () -> admin.iam(action, members));
    }

    private Row pair(int status, String code, String text, String action, String user, String serial, int n1, int n2) {
        return new Row(
                status,
                code,
                text,
                () -> admin.iam(action, ServiceRig.enabling(user, serial, rig.code(FOB, n1), rig.code(FOB, n2))));
    }

    @TestFactory
    Stream<DynamicTest> noSuchEntity() {
        rig.newUser("bob");
        rig.station.user("alice");
        rig.enabledFob(FOB, "alice");
        rig.station.fob(FREE);
        var nobody = "The user with name nobody cannot be found.";
        var unknown = "MFA Device with serial number GAHT99999999 does not exist.";
        var foreign = "MFA Device invalid for user.";
        return all(List.of(
                row(404, "NoSuchEntity", nobody, "GetUser", "UserName", "nobody"),
                row(404, "NoSuchEntity", nobody, "DeleteUser", "UserName", "nobody"),
                row(404, "NoSuchEntity", nobody, "ListMFADevices", "UserName", "nobody"),
                row(404, "NoSuchEntity", nobody, "GetMFADevice", "UserName", "nobody", "SerialNumber", FOB),
                row(404, "NoSuchEntity", nobody, "ListUserTags", "UserName", "nobody"),
                pair(404, "NoSuchEntity", nobody, "EnableMFADevice", "nobody", FOB, 0, 1),
                row(404, "NoSuchEntity", unknown, "DeleteVirtualMFADevice", "SerialNumber", "GAHT99999999"),
                row(404, "NoSuchEntity", unknown, "DeactivateMFADevice", "SerialNumber", "GAHT99999999"),
                row(404, "NoSuchEntity", unknown, "GetMFADevice", "SerialNumber", "GAHT99999999"),
                row(404, "NoSuchEntity", unknown, "ListMFADeviceTags", "SerialNumber", "GAHT99999999"),
                pair(404, "NoSuchEntity", unknown, "EnableMFADevice", "bob", "GAHT99999999", 0, 1),
                pair(404, "NoSuchEntity", unknown, "ResyncMFADevice", "bob", "GAHT99999999", 0, 1),
                row(404, "NoSuchEntity", foreign, "DeactivateMFADevice", "UserName", "bob", "SerialNumber", FOB),
                row(404, "NoSuchEntity", foreign, "DeactivateMFADevice", "UserName", "bob", "SerialNumber", FREE),
                row(404, "NoSuchEntity", foreign, "GetMFADevice", "UserName", "bob", "SerialNumber", FOB),
                row(
                        404,
                        "NoSuchEntity",
                        "The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found",
                        "DeleteAccessKey",
                        "AccessKeyId",
                        "AKIAIOSFODNN7EXAMPLE"),
                row(
                        404,
                        "NoSuchEntity",
                        "The user policy with name p cannot be found.",
                        "GetUserPolicy",
                        "UserName",
                        "bob",
                        "PolicyName",
                        "p")));
    }

    @TestFactory
    Stream<DynamicTest> conflictsAndLimits() {
        rig.newUser("bob");
        rig.newUser("carol");
        rig.enabledFob(FOB, "bob");
        admin.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone").ok();
        admin.iam("CreateAccessKey", "UserName", "bob").ok();
        return all(List.of(
                row(
                        409,
                        "EntityAlreadyExists",
                        "MFA device already exists.",
                        "CreateVirtualMFADevice",
                        "VirtualMFADeviceName",
                        "phone"),
                pair(
                        409,
                        "EntityAlreadyExists",
                        "MFA Device is already in use.",
                        "EnableMFADevice",
                        "carol",
                        FOB,
                        0,
                        1),
                row(409, "EntityAlreadyExists", "User with name BOB already exists.", "CreateUser", "UserName", "BOB"),
                row(
                        409,
                        "LimitExceeded",
                        "Cannot exceed quota for AccessKeysPerUser: 2",
                        "CreateAccessKey",
                        "UserName",
                        "bob"),
                row(
                        409,
                        "DeleteConflict",
                        "Cannot delete entity, must delete MFA device first.",
                        "DeleteUser",
                        "UserName",
                        "bob"),
                row(
                        409,
                        "DeleteConflict",
                        "Cannot delete entity, must delete access keys first.",
                        "DeleteUser",
                        "UserName",
                        "carol")));
    }

    @TestFactory
    Stream<DynamicTest> codes() {
        rig.newUser("bob");
        rig.enabledFob(FOB, "bob");
        var text = "Authentication code for device is not valid.";
        return all(List.of(
                pair(403, "InvalidAuthenticationCode", text, "ResyncMFADevice", "bob", FOB, 0, 0),
                pair(403, "InvalidAuthenticationCode", text, "ResyncMFADevice", "bob", FOB, 1, 0),
                pair(403, "InvalidAuthenticationCode", text, "ResyncMFADevice", "bob", FOB, 0, 2),
                pair(403, "InvalidAuthenticationCode", text, "ResyncMFADevice", "bob", FOB, -2, -1)));
    }

    @TestFactory
    Stream<DynamicTest> invalidInput() {
        var constraint = "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must %s";
        return all(List.of(
                row(
                        400,
                        "ValidationError",
                        "1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must"
                                + " not be null",
                        "CreateUser"),
                row(
                        400,
                        "ValidationError",
                        constraint.formatted("status", "satisfy enum value set"),
                        "UpdateAccessKey",
                        "AccessKeyId",
                        "AKIAIOSFODNN7EXAMPLE",
                        "Status",
                        "On"),
                row(
                        400,
                        "ValidationError",
                        constraint.formatted("path", "have length less than or equal to 512"),
                        "CreateVirtualMFADevice",
                        "Path",
                        "/" + "p".repeat(511) + "/",
                        "VirtualMFADeviceName",
                        "phone"),
                row(
                        400,
                        "ValidationError",
                        "The specified value for path is invalid. It must begin and end with / and contain only"
                                + " alphanumeric characters and/or / characters.",
                        "CreateVirtualMFADevice",
                        "Path",
                        "p",
                        "VirtualMFADeviceName",
                        "phone"),
                row(
                        400,
                        "ValidationError",
                        "The specified value for userName is invalid. It must contain only alphanumeric characters and/or"
                                + " the following: +=,.@_-",
                        "GetUser",
                        "UserName",
                        "a b"),
                row(400, "ValidationError", "Invalid Marker.", "ListUsers", "Marker", "x"),
                row(
                        400,
                        "ValidationError",
                        "PermissionsBoundary is not supported, and would have to be obeyed.",
                        "CreateUser",
                        "UserName",
                        "bob",
                        "PermissionsBoundary",
                        "arn:aws:iam::aws:policy/ReadOnlyAccess"),
                row(
                        400,
                        "InvalidInput",
                        "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
                        "TagUser",
                        "UserName",
                        "bob",
                        "Tags.member.1.Key",
                        "k",
                        "Tags.member.1.Value",
                        "",
                        "Tags.member.2.Key",
                        "K",
                        "Tags.member.2.Value",
                        "")));
    }

    @TestFactory
    Stream<DynamicTest> credentials() {
        var bob = rig.newUser("bob");
        var session = bob.session("DurationSeconds", "900");
        var unknownKey = "The security token included in the request is invalid.";
        var badToken = "The security token included in the request is invalid";
        return all(List.of(
                new Row(
                        403,
                        "InvalidClientTokenId",
                        unknownKey,
                        () -> bob.withKeyId("AKIAIOSFODNN7EXAMPLE").iam("GetUser")),
                new Row(403, "InvalidClientTokenId", badToken, () -> session.iam("GetUser")),
                new Row(
                        403,
                        "InvalidClientTokenId",
                        badToken,
                        () -> session.withToken("x").sts("GetCallerIdentity")),
                new Row(
                        403,
                        "AccessDenied",
                        "Cannot call GetSessionToken with session credentials",
                        () -> session.sts("GetSessionToken")),
                new Row(
                        403,
                        "AccessDenied",
                        "User: arn:aws:iam::123456789012:user/bob is not authorized to perform: iam:CreateVirtualMFADevice"
                                + " on resource: arn:aws:iam::123456789012:mfa/phone because no identity-based policy"
                                + " allows the iam:CreateVirtualMFADevice action",
                        () -> bob.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone")),
                new Row(403, "ExpiredToken", "The security token included in the request is expired", () -> {
                    rig.station.clock.turn(Duration.ofMinutes(15));
                    return session.sts("GetCallerIdentity");
                })));
    }

    /** SDKs try again what is the receiver's fault; of what broke within, nothing is told. */
    @Test
    void serviceFailure() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.station.file());
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE tag RENAME TO gone");
        }
        var reply = admin.iam("ListUserTags", "UserName", "administrator");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text("Code")).isEqualTo("ServiceFailure");
        assertThat(reply.text("Message")).isEqualTo("The request processing has failed because of an unknown error.");
        assertThat(reply.text("Type")).isEqualTo("Receiver");
    }
}
