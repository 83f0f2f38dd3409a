package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MfaDevicesTest extends RiggedTest {
    private static final String FOB = "GAHT00000001";
    private static final String BAD_CODE = "Authentication code for device is not valid.";
    private static final String INVALID_FOR_USER = "MFA Device invalid for user.";

    private Client bob;

    @BeforeEach
    void makeBob() {
        bob = rig.newUser("bob");
    }

    private Reply enable(String user, String serial, String code1, String code2) {
        return admin.iam("EnableMFADevice", ServiceRig.enabling(user, serial, code1, code2));
    }

    private Reply resync(String user, String serial, String code1, String code2) {
        return admin.iam("ResyncMFADevice", ServiceRig.enabling(user, serial, code1, code2));
    }

    private Reply deactivate(String user, String serial) {
        return admin.iam("DeactivateMFADevice", "UserName", user, "SerialNumber", serial);
    }

    private static String unknown(String serial) {
        return "MFA Device with serial number %s does not exist.".formatted(serial);
    }

    @Test
    void enablesAFobByItsSerialInAnyCase() {
        rig.station.fob(FOB);
        var reply = enable("BOB", "gaht00000001", rig.code(FOB, -1), rig.code(FOB, 0))
                .ok();
        assertThat(reply.structure()).isEqualTo("EnableMFADeviceResponse(ResponseMetadata(RequestId))");
        var list = bob.iam("ListMFADevices").ok();
        assertThat(list.members()).isEqualTo("MFADevices(member(UserName SerialNumber EnableDate)) IsTruncated");
        assertThat(list.text("UserName")).isEqualTo("bob");
        assertThat(list.text("SerialNumber")).isEqualTo(FOB);
        assertThat(list.text("EnableDate")).isEqualTo("2026-11-23T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, -1", "-2, 0", "1, -1", "-5000, -4999"})
    void refusesCodesThatAreTheSameSwappedNotAdjacentOrFarOff(int first, int second) {
        rig.station.fob(FOB);
        enable("bob", FOB, rig.code(FOB, first), rig.code(FOB, second))
                .isRefused(403, "InvalidAuthenticationCode", BAD_CODE);
        rig.enabledFob("GAHT00000002", "bob");
        resync("bob", "GAHT00000002", rig.code("GAHT00000002", first), rig.code("GAHT00000002", second))
                .isRefused(403, "InvalidAuthenticationCode", BAD_CODE);
    }

    @Test
    void refusesWrongCodes() {
        rig.station.fob(FOB);
        enable("bob", FOB, rig.code(FOB, -1), rig.wrongCode(FOB)).isRefused(403, "InvalidAuthenticationCode", BAD_CODE);
        enable("bob", FOB, rig.wrongCode(FOB), rig.code(FOB, 0)).isRefused(403, "InvalidAuthenticationCode", BAD_CODE);
        assertThat(bob.iam("ListMFADevices").ok().texts("SerialNumber")).isEmpty();
    }

    @Test
    void refusesCodesThatEnabledBefore() {
        rig.station.fob(FOB);
        var code1 = rig.code(FOB, -1);
        var code2 = rig.code(FOB, 0);
        enable("bob", FOB, code1, code2).ok();
        resync("bob", FOB, code1, code2).isRefused(403, "InvalidAuthenticationCode", BAD_CODE);
        resync("bob", FOB, code2, rig.code(FOB, 1)).isRefused(403, "InvalidAuthenticationCode", BAD_CODE);
        resync("bob", FOB, rig.code(FOB, 1), rig.code(FOB, 2)).ok();
    }

    @Test
    void refusesACodeThatSignedInBefore() {
        rig.enabledFob(FOB, "bob");
        bob.mfaSession(FOB, rig.code(FOB, 0));
        resync("bob", FOB, rig.code(FOB, 0), rig.code(FOB, 1)).isRefused(403, "InvalidAuthenticationCode", BAD_CODE);
    }

    @Test
    void resynchronises() {
        rig.enabledFob(FOB, "bob");
        var reply = resync("bob", FOB, rig.code(FOB, 5), rig.code(FOB, 6)).ok();
        assertThat(reply.structure()).isEqualTo("ResyncMFADeviceResponse(ResponseMetadata(RequestId))");
    }

    @Test
    void associatesADeviceWhoseCodesCameLateAndOutOfSyncUntilResynchronised() {
        var created = admin.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone")
                .ok();
        var serial = created.text("SerialNumber");
        enable("bob", serial, rig.appCode(created, -11), rig.appCode(created, -10))
                .ok();
        assertThat(bob.iam("ListMFADevices").ok().texts("SerialNumber")).containsExactly(serial);
        bob.sts("GetSessionToken", "SerialNumber", serial, "TokenCode", rig.appCode(created, 0))
                .isRefused(403, "AccessDenied", SessionsTest.WRONG_CODE);
        resync("bob", serial, rig.appCode(created, -1), rig.appCode(created, 0)).ok();
        rig.station.clock.turn(ServiceRig.STEP);
        bob.mfaSession(serial, rig.appCode(created, 0)).iam("GetUser").ok();
    }

    @Test
    void doesNotKnowUnknownDevices() {
        for (var serial : List.of("GAHT99999999", ARN + "phone", "arn:aws:iam", "X".repeat(65))) {
            enable("bob", serial, "123456", "234567").isRefused(404, "NoSuchEntity", unknown(serial));
            resync("bob", serial, "123456", "234567").isRefused(404, "NoSuchEntity", unknown(serial));
            deactivate("bob", serial).isRefused(404, "NoSuchEntity", unknown(serial));
        }
    }

    @Test
    void doesNotKnowUnknownUsers() {
        rig.station.fob(FOB);
        var text = "The user with name nobody cannot be found.";
        enable("nobody", FOB, "123456", "234567").isRefused(404, "NoSuchEntity", text);
        resync("nobody", FOB, "123456", "234567").isRefused(404, "NoSuchEntity", text);
        deactivate("nobody", FOB).isRefused(404, "NoSuchEntity", text);
    }

    @Test
    void refusesToEnableWhatIsInUse() {
        rig.newUser("alice");
        rig.enabledFob(FOB, "alice");
        for (var user : List.of("bob", "alice")) {
            enable(user, FOB, rig.code(FOB, 0), rig.code(FOB, 1))
                    .isRefused(409, "EntityAlreadyExists", "MFA Device is already in use.");
        }
    }

    @Test
    void tellsAdministratorsThatADeviceIsNotThatUsers() {
        rig.newUser("alice");
        rig.enabledFob(FOB, "alice");
        rig.station.fob("GAHT00000002");
        deactivate("bob", FOB).isRefused(404, "NoSuchEntity", INVALID_FOR_USER);
        deactivate("bob", "GAHT00000002").isRefused(404, "NoSuchEntity", INVALID_FOR_USER);
        resync("bob", FOB, rig.code(FOB, 0), rig.code(FOB, 1)).isRefused(404, "NoSuchEntity", INVALID_FOR_USER);
        resync("alice", FOB, rig.code(FOB, 0), rig.code(FOB, 1)).ok();
    }

    @Test
    void refusesANinthDevice() {
        for (int i = 1; i <= 8; i++) {
            rig.enabledFob("GAHT0000000" + i, "bob");
        }
        rig.station.fob("GAHT00000009");
        enable("bob", "GAHT00000009", rig.code("GAHT00000009", -1), rig.code("GAHT00000009", 0))
                .isRefused(409, "LimitExceeded", "Cannot exceed quota for MFADevicesPerUser: 8");
    }

    @Test
    void saysWhyATokenOfAnotherKindCannotBeEnabled() {
        rig.station.fob("HOTP00000001", new OtpProfile.Hotp(HmacAlgorithm.SHA1, 6));
        enable("bob", "HOTP00000001", "123456", "234567")
                .isRefused(
                        400,
                        "InvalidInput",
                        "token HOTP00000001 shows HOTP (it counts events, not time) with SHA1 and 6 digits; IAM takes"
                                + " TOTP with SHA1, 6 digits and 30 s only");
    }

    @Test
    void forgetsADeactivatedFobUntilItIsChecked() {
        rig.enabledFob(FOB, "bob");
        var reply = deactivate("bob", FOB).ok();
        assertThat(reply.structure()).isEqualTo("DeactivateMFADeviceResponse(ResponseMetadata(RequestId))");
        assertThat(bob.iam("ListMFADevices").ok().members()).isEqualTo("MFADevices IsTruncated");
        enable("bob", FOB, rig.code(FOB, 0), rig.code(FOB, 1)).isRefused(404, "NoSuchEntity", unknown(FOB));
    }

    @Test
    void deactivatesTheCallersOwnDeviceWhereNoNameIsGiven() {
        rig.enabledFob(FOB, "administrator");
        admin.mfaSession(FOB, rig.code(FOB, 0))
                .iam("DeactivateMFADevice", "SerialNumber", FOB)
                .ok();
        assertThat(admin.iam("ListMFADevices").ok().texts("SerialNumber")).isEmpty();
    }

    @Test
    void listsDevicesInPages() {
        for (int i = 1; i <= 3; i++) {
            rig.enabledFob("GAHT0000000" + i, "bob");
        }
        var first = bob.iam("ListMFADevices", "MaxItems", "2").ok();
        assertThat(first.members()).endsWith(" IsTruncated Marker");
        assertThat(first.texts("SerialNumber")).containsExactly("GAHT00000001", "GAHT00000002");
        var rest = bob.iam("ListMFADevices", "MaxItems", "2", "Marker", first.text("Marker"))
                .ok();
        assertThat(rest.texts("SerialNumber")).containsExactly("GAHT00000003");
        assertThat(rest.text("IsTruncated")).isEqualTo("false");
    }

    @Test
    void pausesFromTheSixthFailureOnAndAnswersAsToAWrongCode() {
        rig.station.fob(FOB);
        for (int i = 0; i < 6; i++) {
            enable("bob", FOB, rig.wrongCode(FOB), rig.code(FOB, 0))
                    .isRefused(403, "InvalidAuthenticationCode", BAD_CODE);
        }
        enable("bob", FOB, rig.code(FOB, -1), rig.code(FOB, 0)).isRefused(403, "InvalidAuthenticationCode", BAD_CODE);
        rig.station.clock.turn(ServiceRig.STEP);
        enable("bob", FOB, rig.code(FOB, -1), rig.code(FOB, 0)).ok();
    }

    @Test
    void saysAllThatIsWrongInOneMessage() {
        for (var action : List.of("EnableMFADevice", "ResyncMFADevice")) {
            admin.iam(action, "SerialNumber", "short", "AuthenticationCode1", "1", "AuthenticationCode2", "abcdef")
                    .isInvalid(
                            "4 validation errors detected: Value null at 'userName' failed to satisfy constraint: Member"
                                    + " must not be null; Value at 'serialNumber' failed to satisfy constraint: Member must have"
                                    + " length greater than or equal to 9; Value at 'authenticationCode1' failed to satisfy"
                                    + " constraint: Member must have length greater than or equal to 6; Value at"
                                    + " 'authenticationCode2' failed to satisfy constraint: Member must satisfy regular expression"
                                    + " pattern: [\\d]+");
        }
    }

    @Test
    void refusesSerialNumbersOfOtherCharacters() {
        for (var serial : List.of("GAHT 0000001", "GAHT\u00000000001", "GÄHT00000001")) {
            deactivate("bob", serial)
                    .violates("serialNumber", "Member must satisfy regular expression pattern: [\\w+=/:,.@-]+");
        }
    }

    @Test
    void refusesCodesThatAreNotAsciiDigits() {
        for (var code : List.of("１２３４５６", "12345６", "+12345", "12345\n")) {
            rig.station.fob(FOB);
            enable("bob", FOB, code, "123456")
                    .violates("authenticationCode1", "Member must satisfy regular expression pattern: [\\d]+");
        }
    }
}
