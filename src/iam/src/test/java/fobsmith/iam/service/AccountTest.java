package fobsmith.iam.service;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.registry.SerialNumber;
import fobsmith.seedfiles.QrCode;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The account's alias and what it holds. */
class AccountTest extends RiggedTest {
    private List<String> aliases() {
        var reply = admin.iam("ListAccountAliases").ok();
        assertThat(reply.text("IsTruncated")).isEqualTo("false");
        return reply.texts("member");
    }

    @Test
    void hasOneAliasWhichStandsInTheLabelOfQrCodes() {
        assertThat(aliases()).isEmpty();
        admin.iam("CreateAccountAlias", "AccountAlias", "acme").ok();
        admin.iam("CreateAccountAlias", "AccountAlias", "acme-2").ok();
        assertThat(aliases()).containsExactly("acme-2");
        assertThat(label("phone")).startsWith("otpauth://totp/Amazon%20Web%20Services:phone@acme-2?secret=");
        admin.iam("DeleteAccountAlias", "AccountAlias", "acme")
                .isRefused(404, "NoSuchEntity", "The account alias acme cannot be found.");
        admin.iam("DeleteAccountAlias", "AccountAlias", "acme-2").ok();
        assertThat(aliases()).isEmpty();
        assertThat(label("tablet")).startsWith("otpauth://totp/Amazon%20Web%20Services:tablet@" + ACCOUNT + "?");
    }

    private String label(String device) {
        var created = admin.iam("CreateVirtualMFADevice", "VirtualMFADeviceName", device)
                .ok();
        return QrCode.read(Base64.getDecoder().decode(created.text("QRCodePNG")));
    }

    @Test
    void hasAnAliasOfFewCharacters() {
        for (var alias : List.of("-acme", "acme-", "ac--me", "Acme", "ac.me")) {
            admin.iam("CreateAccountAlias", "AccountAlias", alias)
                    .violates(
                            "accountAlias",
                            "Member must satisfy regular expression pattern:"
                                    + " ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$");
        }
        for (var length : List.of(2, 64)) {
            admin.iam("CreateAccountAlias", "AccountAlias", "a".repeat(length))
                    .isInvalid(
                            "2 validation errors detected: Value at 'accountAlias' failed to satisfy constraint: Member"
                                    + " must satisfy regular expression pattern: ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$; Value at"
                                    + " 'accountAlias' failed to satisfy constraint: Member must have length "
                                    + (length == 2 ? "greater than or equal to 3" : "less than or equal to 63"));
        }
    }

    private Map<String, String> summary() {
        var reply = admin.iam("GetAccountSummary").ok();
        assertThat(reply.members()).startsWith("SummaryMap(entry(key value) entry(key value)");
        var keys = reply.texts("key");
        var values = reply.texts("value");
        return IntStream.range(0, keys.size()).boxed().collect(Collectors.toMap(keys::get, values::get));
    }

    @Test
    void countsUsersAndDevices() {
        rig.newUser("bob");
        rig.enabledFob("GAHT00000001", "bob");
        rig.station.fob("GAHT00000002");
        label("phone");
        assertThat(summary())
                .containsEntry("Users", "2")
                .containsEntry("MFADevices", "1")
                .containsEntry("MFADevicesInUse", "1")
                .containsEntry("AccountMFAEnabled", "0")
                .containsEntry("AccountAccessKeysPresent", "0")
                .containsEntry("AccessKeysPerUserQuota", "2")
                .hasSize(34);
    }

    /** As in the credential report, and as the quota and the rule of MFA first count. */
    @Test
    void countsATemporaryDeviceUntilItsTimeIsOver() {
        var today = new SerialNumber.VirtualArn(ACCOUNT, "/temporary/", "bob-today");
        try (var seed = rig.station.registry.identifiers().seed()) {
            var bob = rig.station.user("bob");
            rig.station
                    .registry
                    .virtualDevices()
                    .createTemporary(rig.station.console, bob, today, seed, Duration.ofHours(8));
        }
        assertThat(summary()).containsEntry("MFADevices", "1").containsEntry("MFADevicesInUse", "1");
        rig.station.clock.turn(Duration.ofHours(8));
        assertThat(summary()).containsEntry("MFADevices", "1").containsEntry("MFADevicesInUse", "0");
    }

    @Test
    void tellsWhetherRootHasADevice() {
        rig.enableForRoot("GAHT00000001");
        assertThat(summary()).containsEntry("AccountMFAEnabled", "1").containsEntry("Users", "1");
    }
}
