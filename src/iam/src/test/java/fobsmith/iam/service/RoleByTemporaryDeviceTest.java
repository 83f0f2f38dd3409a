package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.Codes;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.registry.SerialNumber;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was begun with a code of a temporary device ends with it, however long the way from one session to the next. */
class RoleByTemporaryDeviceTest extends RiggedTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/Desk";
    private static final SerialNumber.VirtualArn TODAY =
            new SerialNumber.VirtualArn(ACCOUNT, "/temporary/", "bob-today");
    private static final String END = "2026-11-23T20:00:00Z";
    private static final String TWELVE_HOURS = "43200";

    private Client bob;
    private Seed seed;

    /** It is noon; the device is good until eight. */
    @BeforeEach
    void giveBobOneForEightHours() {
        var user = rig.station.user("bob");
        bob = rig.client(user);
        var everybody = RolesTest.trust("\"*\"", "");
        admin.iam(
                        "CreateRole",
                        "RoleName",
                        "Desk",
                        "MaxSessionDuration",
                        TWELVE_HOURS,
                        "AssumeRolePolicyDocument",
                        everybody)
                .ok();
        seed = rig.station.registry.identifiers().seed();
        rig.station
                .registry
                .virtualDevices()
                .createTemporary(rig.station.console, user, TODAY, seed, Duration.ofHours(8));
    }

    @AfterEach
    void wipe() {
        seed.close();
    }

    private String code() {
        var profile = OtpProfile.Totp.STANDARD;
        return Codes.code(seed, profile, profile.stepAt(rig.station.clock.instant()))
                .reveal();
    }

    private static Reply assume(Client client, String seconds) {
        return client.sts("AssumeRole", "RoleArn", ROLE, "RoleSessionName", "bob", "DurationSeconds", seconds)
                .ok();
    }

    private Reply assumeWithCode(String seconds) {
        return bob.sts(
                        "AssumeRole",
                        "RoleArn",
                        ROLE,
                        "RoleSessionName",
                        "bob",
                        "DurationSeconds",
                        seconds,
                        "SerialNumber",
                        TODAY.value(),
                        "TokenCode",
                        code())
                .ok();
    }

    @Test
    void endsWithTheDeviceWhoseCodeWasShown() {
        var reply = assumeWithCode(TWELVE_HOURS);
        assertThat(reply.text("Expiration")).isEqualTo(END);
        var role = bob.with(reply);
        rig.station.clock.turn(Duration.ofHours(8));
        role.sts("GetCallerIdentity")
                .isRefused(403, "ExpiredToken", "The security token included in the request is expired");
    }

    @Test
    void endsEarlierWhereThatWasAsked() {
        assertThat(assumeWithCode("3600").text("Expiration")).isEqualTo("2026-11-23T13:00:00Z");
    }

    @Test
    void endsWithTheDeviceThatTheSessionWasMadeWith() {
        var session = bob.mfaSession(TODAY.value(), code());
        assertThat(assume(session, TWELVE_HOURS).text("Expiration")).isEqualTo(END);
    }

    @Test
    void endsWithTheDeviceFromRoleToRole() {
        var role = bob.with(assumeWithCode(TWELVE_HOURS));
        rig.station.clock.turn(Duration.ofMinutes(7 * 60 + 30));
        assertThat(assume(role, "3600").text("Expiration")).isEqualTo(END);
    }

    @Test
    void endsAsItWouldWhereNoCodeWasShown() {
        assertThat(assume(bob, TWELVE_HOURS).text("Expiration")).isEqualTo("2026-11-24T00:00:00Z");
        assertThat(assume(bob.session(), TWELVE_HOURS).text("Expiration")).isEqualTo("2026-11-24T00:00:00Z");
    }
}
