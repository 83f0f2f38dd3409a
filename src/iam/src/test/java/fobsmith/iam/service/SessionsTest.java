package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.Codes;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsTest extends RiggedTest {
    static final String WRONG_CODE = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
    private static final String UNKNOWN_DEVICE =
            "MultiFactorAuthentication failed, unable to validate MFA code.  Please"
                    + " verify your MFA serial number is valid and associated with this user.";
    private static final String BAD_SESSION = "The security token included in the request is invalid";
    private static final String FOB = "GAHT00000001";

    private Client bob;

    @BeforeEach
    void makeBob() {
        bob = rig.newUser("bob");
    }

    private Client mfaSession() {
        rig.enabledFob(FOB, "bob");
        return bob.mfaSession(FOB, rig.code(FOB, 0));
    }

    private static void isBadSession(Reply reply) {
        reply.isRefused(403, "InvalidClientTokenId", BAD_SESSION);
    }

    @Test
    void givesCredentialsForTwelveHours() {
        var reply = bob.sts("GetSessionToken").ok();
        assertThat(reply.structure())
                .isEqualTo("GetSessionTokenResponse(GetSessionTokenResult(Credentials(AccessKeyId SecretAccessKey"
                        + " SessionToken Expiration)) ResponseMetadata(RequestId))");
        assertThat(reply.root().getNamespaceURI()).isEqualTo("https://sts.amazonaws.com/doc/2011-06-15/");
        assertThat(reply.text("AccessKeyId")).matches("ASIA[A-Z2-7]{16}");
        assertThat(reply.text("SecretAccessKey")).hasSize(40);
        assertThat(reply.text("Expiration")).isEqualTo("2026-11-24T00:00:00Z");
    }

    @Test
    void knowsWhoCallsWithAnyCredentials() {
        var session = bob.session();
        for (var caller : List.of(bob, session)) {
            var reply = caller.sts("GetCallerIdentity").ok();
            assertThat(reply.members()).isEqualTo("Arn UserId Account");
            assertThat(reply.text("Arn")).isEqualTo("arn:aws:iam::%s:user/bob".formatted(ACCOUNT));
            assertThat(reply.text("UserId")).matches("AIDA[A-Z2-7]{17}");
            assertThat(reply.text("Account")).isEqualTo(ACCOUNT);
        }
    }

    @Test
    void withMfaCallsIamAsItsUser() {
        assertThat(mfaSession().iam("GetUser").ok().text("UserName")).isEqualTo("bob");
        rig.enabledFob("GAHT00000002", "administrator");
        admin.mfaSession("GAHT00000002", rig.code("GAHT00000002", 0))
                .iam("CreateUser", "UserName", "carol")
                .ok();
    }

    @Test
    void endsNoLaterThanTheTemporaryDeviceThatVouchesForIt() {
        var serial = new SerialNumber.VirtualArn(ACCOUNT, "/temporary/", "bob-today");
        var user = rig.station.registry.users().get("bob");
        try (var seed = rig.station.registry.identifiers().seed()) {
            rig.station
                    .registry
                    .virtualDevices()
                    .createTemporary(rig.station.console, user, serial, seed, Duration.ofHours(8));
            var profile = OtpProfile.Totp.STANDARD;
            var code = Codes.code(seed, profile, profile.stepAt(rig.station.clock.instant()))
                    .reveal();
            var reply = bob.sts("GetSessionToken", "SerialNumber", serial.value(), "TokenCode", code)
                    .ok();
            assertThat(reply.text("Expiration")).isEqualTo("2026-11-23T20:00:00Z");
        }
    }

    @Test
    void withoutMfaMayNotCallIam() {
        isBadSession(bob.session().iam("GetUser"));
        isBadSession(admin.session().iam("ListUsers"));
    }

    @Test
    void mayNotMakeAnotherSession() {
        for (var session : List.of(bob.session(), mfaSession())) {
            session.sts("GetSessionToken")
                    .isRefused(403, "AccessDenied", "Cannot call GetSessionToken with session credentials");
        }
    }

    @Test
    void takesTheSerialInLowerCase() {
        rig.enabledFob(FOB, "bob");
        bob.mfaSession("gaht00000001", rig.code(FOB, 0)).iam("GetUser").ok();
    }

    @Test
    void takesACodeOnce() {
        rig.enabledFob(FOB, "bob");
        var code = rig.code(FOB, 0);
        bob.mfaSession(FOB, code);
        signIn(FOB, code).isRefused(403, "AccessDenied", WRONG_CODE);
        rig.station.clock.turn(ServiceRig.STEP);
        bob.mfaSession(FOB, rig.code(FOB, 0));
    }

    private Reply signIn(String serial, String code) {
        return bob.sts("GetSessionToken", "SerialNumber", serial, "TokenCode", code);
    }

    @Test
    void refusesACodeThatEnabledTheDevice() {
        rig.station.fob(FOB);
        var code2 = rig.code(FOB, 0);
        admin.iam("EnableMFADevice", ServiceRig.enabling("bob", FOB, rig.code(FOB, -1), code2))
                .ok();
        signIn(FOB, code2).isRefused(403, "AccessDenied", WRONG_CODE);
    }

    @Test
    void refusesAWrongCode() {
        rig.enabledFob(FOB, "bob");
        signIn(FOB, rig.wrongCode(FOB)).isRefused(403, "AccessDenied", WRONG_CODE);
    }

    @Test
    void tellsNoDifferenceBetweenUnknownForeignAndFreeDevices() {
        rig.newUser("alice");
        rig.enabledFob(FOB, "alice");
        rig.station.fob("GAHT00000002");
        for (var serial : List.of(FOB, "GAHT00000002", "GAHT99999999", ARN + "phone", "arn:aws:iam")) {
            var code = serial.equals(FOB) ? rig.code(FOB, 0) : "123456";
            signIn(serial, code).isRefused(403, "AccessDenied", UNKNOWN_DEVICE);
        }
    }

    @Test
    void pausesFromTheSixthFailureOnAndAnswersAsToAWrongCode() {
        rig.enabledFob(FOB, "bob");
        for (int i = 0; i < 6; i++) {
            signIn(FOB, rig.wrongCode(FOB)).isRefused(403, "AccessDenied", WRONG_CODE);
        }
        var code = rig.code(FOB, 0);
        signIn(FOB, code).isRefused(403, "AccessDenied", WRONG_CODE);
        rig.station.clock.turn(ServiceRig.STEP);
        signIn(FOB, code).ok();
    }

    @Test
    void refusesASerialWithoutACodeAndTheReverse() {
        var text = "SerialNumber and TokenCode must be given together, or neither of them.";
        bob.sts("GetSessionToken", "SerialNumber", FOB).isInvalid(text);
        bob.sts("GetSessionToken", "TokenCode", "123456").isInvalid(text);
    }

    @ParameterizedTest
    @CsvSource({
        "DurationSeconds, durationSeconds, 899, Member must have value greater than or equal to 900",
        "DurationSeconds, durationSeconds, 129601, Member must have value less than or equal to 129600",
        "DurationSeconds, durationSeconds, 4294968196, Member must have value less than or equal to 129600",
        "DurationSeconds, durationSeconds, an hour, Member must be a number",
        "TokenCode, tokenCode, 12345, Member must have length greater than or equal to 6",
        "TokenCode, tokenCode, 1234567, Member must have length less than or equal to 6",
        "TokenCode, tokenCode, abcdef, Member must satisfy regular expression pattern: [\\d]*",
        "SerialNumber, serialNumber, GAHT 0000001, 'Member must satisfy regular expression pattern: [\\w+=/:,.@-]*'",
        "SerialNumber, serialNumber, GAHT, Member must have length greater than or equal to 9"
    })
    void echoesTheValueThatIsWrong(String member, String name, String value, String constraint) {
        bob.sts("GetSessionToken", member, value)
                .isInvalid("1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
                        .formatted(value, name, constraint));
    }

    @Test
    void isTakenUntilItExpires() {
        var session = bob.session("DurationSeconds", "900");
        rig.station.clock.turn(Duration.ofMinutes(15).minusMillis(1));
        session.sts("GetCallerIdentity").ok();
        rig.station.clock.turn(Duration.ofMillis(1));
        session.sts("GetCallerIdentity")
                .isRefused(403, "ExpiredToken", "The security token included in the request is expired");
    }

    @Test
    void tellsNobodyButItsOwnerThatItIsExpired() {
        var session = bob.session("DurationSeconds", "900");
        rig.station.clock.turn(Duration.ofHours(1));
        assertThat(session.withSecret("x").sts("GetCallerIdentity").text("Code"))
                .isEqualTo("SignatureDoesNotMatch");
    }

    @Test
    void refusesATokenThatIsNone() {
        for (var token : List.of("", "x", "AAAA", "tok/+==", "ä", "\u0000", "=", "%%%")) {
            isBadSession(bob.session().withToken(token).sts("GetCallerIdentity"));
        }
    }

    @Test
    void refusesATokenWithAnyPartChangedOrCutOff() {
        var session = bob.session();
        var token = session.token();
        for (int i = 0; i < token.length(); i += 7) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            isBadSession(session.withToken(token.substring(0, i) + other + token.substring(i + 1))
                    .sts("GetCallerIdentity"));
            isBadSession(session.withToken(token.substring(0, i)).sts("GetCallerIdentity"));
        }
        isBadSession(session.withToken(token + token).sts("GetCallerIdentity"));
    }

    @Test
    void refusesTheTokenOfAnotherSession() {
        var one = bob.session();
        isBadSession(one.withToken(bob.session().token()).sts("GetCallerIdentity"));
        isBadSession(one.withToken(admin.session().token()).sts("GetCallerIdentity"));
    }

    @Test
    void refusesTheTokenOfAnotherRegistry(@TempDir Path elsewhere) {
        try (var other = new ServiceRig(new TestRegistry(elsewhere))) {
            var session = other.admin.session();
            isBadSession(new Client(rig.station.clock, rig::send, session.keyId(), session.secret(), session.token())
                    .sts("GetCallerIdentity"));
        }
    }

    @Test
    void refusesATokenWithALongTermKey() {
        isBadSession(bob.withToken(bob.session().token()).sts("GetCallerIdentity"));
        isBadSession(bob.withToken("tok/+==").iam("GetUser"));
    }

    @Test
    void endsWithTheKeyThatMadeIt() {
        var session = mfaSession();
        admin.iam("DeleteAccessKey", "UserName", "bob", "AccessKeyId", bob.keyId())
                .ok();
        isBadSession(session.iam("GetUser"));
        isBadSession(session.sts("GetCallerIdentity"));
    }

    @Test
    void endsWithItsUserEvenIfOneOfThatNameComesAgain() {
        var session = bob.session();
        admin.iam("DeleteAccessKey", "UserName", "bob", "AccessKeyId", bob.keyId())
                .ok();
        admin.iam("DeleteUserPolicy", "UserName", "bob", "PolicyName", "reading-oneself")
                .ok();
        admin.iam("DeleteUser", "UserName", "bob").ok();
        isBadSession(session.sts("GetCallerIdentity"));
        rig.newUser("bob");
        isBadSession(session.sts("GetCallerIdentity"));
    }

    @Test
    void worksAfterTheServiceStartedAnew() {
        var session = bob.session();
        try (var again = rig.station.openAgain()) {
            var endpoint = new Endpoint(again);
            new Client(
                            rig.station.clock,
                            request -> Reply.of(endpoint.answer(request)),
                            session.keyId(),
                            session.secret(),
                            session.token())
                    .sts("GetCallerIdentity")
                    .ok();
        }
    }

    @Test
    void endsWhenItsUsersSessionsAreRevokedAndTheNextOneIsGood() {
        var session = bob.session();
        var user = rig.station.registry.users().get("bob");
        rig.station.registry.users().revokeSessions(rig.station.console, user);
        isBadSession(session.sts("GetCallerIdentity"));
        bob.session().sts("GetCallerIdentity").ok();
    }
}
