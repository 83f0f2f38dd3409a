package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which serial numbers are in the registry, and in which state, is told to those only who may enable any for anybody. */
class HardwareSecrecyTest extends RiggedTest {
    private static final String OF_ALICE = "GAHT00000001";
    private static final String RETURNED = "GAHT00000002";
    private static final String OF_BOB = "GAHT00000003";
    private static final String UNKNOWN = "GAHT99999999";
    /** Alice's too, which was created in small letters. */
    private static final String APP_OF_ALICE = ARN + "TABLET";

    private static final List<String> OF_OTHERS = List.of(OF_ALICE, RETURNED, UNKNOWN, ARN + "phone", APP_OF_ALICE);

    private Client bob;
    private Client desk;

    @BeforeEach
    void stock() {
        bob = rig.newUser("bob");
        rig.newUser("alice");
        rig.allow(
                "bob",
                "self-service",
                Statements.allow(
                        "arn:aws:iam::*:user/${aws:username}",
                        "EnableMFADevice",
                        "ResyncMFADevice",
                        "DeactivateMFADevice",
                        "GetMFADevice"));
        desk = rig.newUser("desk");
        rig.allow(
                "desk",
                "some",
                Statements.allow("arn:aws:iam::*:user/*", "DeactivateMFADevice", "ResyncMFADevice"),
                Statements.allow("arn:aws:iam::*:user/b*", "EnableMFADevice"));
        rig.enabledFob(OF_ALICE, "alice");
        enableAppOfAlice();
        rig.enabledFob(RETURNED, "alice");
        admin.iam("DeactivateMFADevice", "UserName", "alice", "SerialNumber", RETURNED)
                .ok();
    }

    private void enableAppOfAlice() {
        var tablet = admin.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "tablet")
                .ok();
        var codes = List.of(rig.appCode(tablet, -1), rig.appCode(tablet, 0));
        admin.iam("EnableMFADevice", ServiceRig.enabling("alice", ARN + "tablet", codes.getFirst(), codes.getLast()))
                .ok();
    }

    private Reply enable(Client client, String serial) {
        return client.iam("EnableMFADevice", ServiceRig.enabling("bob", serial, "000000", "000001"));
    }

    private static void isUnknown(Reply reply, String serial) {
        reply.isRefused(404, "NoSuchEntity", "MFA Device with serial number %s does not exist.".formatted(serial));
    }

    @Test
    void whoeverServesHimselfIsToldTheSameOfAll() {
        for (var serial : OF_OTHERS) {
            isUnknown(enable(bob, serial), serial);
            isUnknown(bob.iam("ResyncMFADevice", ServiceRig.enabling("bob", serial, "000000", "000001")), serial);
            isUnknown(bob.iam("GetMFADevice", "SerialNumber", serial), serial);
            isUnknown(bob.iam("DeactivateMFADevice", "SerialNumber", serial), serial);
        }
    }

    @Test
    void whoMayEnableForSomeIsToldTheSameOfAll() {
        rig.enabledFob(OF_BOB, "bob");
        for (var serial : OF_OTHERS) {
            isUnknown(enable(desk, serial), serial);
        }
        isUnknown(enable(desk, OF_BOB), OF_BOB);
        isUnknown(desk.iam("DeactivateMFADevice", "UserName", "bob", "SerialNumber", OF_ALICE), OF_ALICE);
    }

    @Test
    void whoMayEnableForEverybodyIsToldWhatIsInUse() {
        rig.allow("desk", "every", Statements.allow("arn:aws:iam::*:user/*", "EnableMFADevice"));
        for (var caller : List.of(desk, admin)) {
            isInUse(enable(caller, OF_ALICE));
            isInUse(enable(caller, APP_OF_ALICE));
            isUnknown(enable(caller, RETURNED), RETURNED);
            isUnknown(enable(caller, UNKNOWN), UNKNOWN);
            caller.iam("DeactivateMFADevice", "UserName", "bob", "SerialNumber", OF_ALICE)
                    .isRefused(404, "NoSuchEntity", "MFA Device invalid for user.");
            isUnknown(caller.iam("DeactivateMFADevice", "UserName", "bob", "SerialNumber", UNKNOWN), UNKNOWN);
        }
    }

    private static void isInUse(Reply reply) {
        reply.isRefused(409, "EntityAlreadyExists", "MFA Device is already in use.");
    }

    private static String statement(String effect, String... rest) {
        return "{\"Effect\":\"%s\",%s}".formatted(effect, String.join(",", rest));
    }

    /** What looks like every user, and is not. */
    static List<List<String>> nearlyEverybody() {
        var enable = "\"Action\":\"iam:EnableMFADevice\"";
        var everyUser = "\"Resource\":\"arn:aws:iam::*:user/*\"";
        return List.of(
                List.of(statement(
                        "Allow", enable, "\"Resource\":[\"arn:aws:iam::*:user/?\",\"arn:aws:iam::*:user/b*\"]")),
                List.of(statement("Allow", enable, "\"NotResource\":\"arn:aws:iam::*:user/alice\"")),
                List.of(
                        statement("Allow", enable, everyUser),
                        statement("Deny", enable, "\"Resource\":\"arn:aws:iam::*:user/alice\"")),
                List.of(statement(
                        "Allow",
                        enable,
                        everyUser,
                        "\"Condition\":{\"StringNotEquals\":{\"aws:ResourceTag/team\":\"red\"}}")));
    }

    @ParameterizedTest
    @MethodSource
    void nearlyEverybody(List<String> statements) {
        rig.allow("desk", "nearly", statements.toArray(String[]::new));
        isUnknown(enable(desk, OF_ALICE), OF_ALICE);
    }

    @Test
    void whatAConditionAsksOfTheCallerIsNoHindrance() {
        rig.allow(
                "desk",
                "here",
                statement(
                        "Allow",
                        "\"Action\":\"iam:*\"",
                        "\"Resource\":\"*\"",
                        "\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"127.0.0.0/8\"}}"),
                statement(
                        "Deny",
                        "\"Action\":\"iam:*\"",
                        "\"Resource\":\"*\"",
                        "\"Condition\":{\"NotIpAddress\":{\"aws:SourceIp\":\"127.0.0.0/8\"}}"));
        isInUse(enable(desk, OF_ALICE));
    }

    private static List<Reply> tagging(Client client, String serial) {
        return List.of(
                client.iam(
                        "TagMFADevice", "SerialNumber", serial, "Tags.member.1.Key", "k", "Tags.member.1.Value", "v"),
                client.iam("UntagMFADevice", "SerialNumber", serial, "TagKeys.member.1", "k"),
                client.iam("ListMFADeviceTags", "SerialNumber", serial));
    }

    @Test
    void whoMayTagIsToldOfHisOwnOnly() {
        rig.allow("bob", "tags", Statements.allow("*", "TagMFADevice", "UntagMFADevice", "ListMFADeviceTags"));
        rig.station.fob("GAHT00000004");
        rig.enabledFob(OF_BOB, "bob");
        for (var serial : List.of(OF_ALICE, RETURNED, UNKNOWN, "GAHT00000004")) {
            tagging(bob, serial).forEach(reply -> isUnknown(reply, serial));
            tagging(bob, serial.toLowerCase(Locale.ROOT)).forEach(reply -> isUnknown(reply, serial));
        }
        tagging(bob, OF_BOB).forEach(Reply::ok);
        tagging(admin, "GAHT00000004").forEach(Reply::ok);
    }

    @Test
    void whatTagsSayOfHardwareDecidesNothingForWhoMayNotKnow() {
        admin.iam("TagMFADevice", "SerialNumber", OF_ALICE, "Tags.member.1.Key", "vip", "Tags.member.1.Value", "yes")
                .ok();
        rig.allow(
                "bob",
                "tags",
                statement(
                        "Allow",
                        "\"Action\":\"iam:ListMFADeviceTags\"",
                        "\"Resource\":\"*\"",
                        "\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/vip\":\"yes\"}}"));
        for (var serial : List.of(OF_ALICE, UNKNOWN)) {
            assertThat(bob.iam("ListMFADeviceTags", "SerialNumber", serial).text("Code"))
                    .isEqualTo("AccessDenied");
        }
    }

    @Test
    void aFreeOneIsHisWhoShowsItsCodes() {
        rig.station.fob("GAHT00000004");
        enable(bob, "GAHT00000004")
                .isRefused(403, "InvalidAuthenticationCode", "Authentication code for device is not valid.");
        bob.iam(
                        "EnableMFADevice",
                        ServiceRig.enabling(
                                "bob", "gaht00000004", rig.code("GAHT00000004", -1), rig.code("GAHT00000004", 0)))
                .ok();
        var shown = bob.iam("GetMFADevice", "SerialNumber", "gaht00000004");
        assertThat(shown.ok().members()).isEqualTo("UserName SerialNumber EnableDate");
        assertThat(shown.text("SerialNumber")).isEqualTo("GAHT00000004");
    }

    /** No operation of IAM leads into these states. */
    private void move(String serial, String state, String owner) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.station.file());
                var update =
                        connection.prepareStatement("UPDATE token SET state = ?, reserved_from = 'imported', owner_id ="
                                + " (SELECT id FROM iam_user WHERE name = ?) WHERE serial = ?")) {
            update.setString(1, state);
            update.setString(2, owner);
            update.setString(3, serial);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void oneSetAsideForAnotherOrLostOrDestroyedIsUnknownToEverybody() throws SQLException {
        var serials = List.of("GAHT00000005", "GAHT00000006", "GAHT00000007");
        serials.forEach(rig.station::fob);
        move(serials.get(0), "reserved", "alice");
        move(serials.get(1), "lost", "");
        move(serials.get(2), "retired", "");
        for (var serial : serials) {
            isUnknown(enable(bob, serial), serial);
            isUnknown(enable(admin, serial), serial);
        }
    }

    @Test
    void oneSetAsideForHimIsHisWhenHeShowsItsCodes() throws SQLException {
        rig.station.fob("GAHT00000005");
        move("GAHT00000005", "reserved", "bob");
        bob.iam(
                        "EnableMFADevice",
                        ServiceRig.enabling(
                                "bob", "GAHT00000005", rig.code("GAHT00000005", -1), rig.code("GAHT00000005", 0)))
                .ok();
    }
}
