package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyActionTest {
    /** As in the Service Authorization Reference. */
    @ParameterizedTest
    @CsvSource({
        "iam:EnableMFADevice, USER",
        "iam:DeactivateMFADevice, USER",
        "iam:ResyncMFADevice, USER",
        "iam:GetMFADevice, USER",
        "iam:ListMFADevices, USER",
        "iam:CreateVirtualMFADevice, MFA_DEVICE",
        "iam:DeleteVirtualMFADevice, MFA_DEVICE",
        "iam:TagMFADevice, MFA_DEVICE",
        "iam:UntagMFADevice, MFA_DEVICE",
        "iam:ListMFADeviceTags, MFA_DEVICE",
        "iam:ListVirtualMFADevices, NONE",
        "iam:ListUsers, NONE",
        "iam:GetAccountSummary, NONE",
        "iam:GenerateCredentialReport, NONE",
        "iam:GetCredentialReport, NONE",
        "iam:PutUserPolicy, USER",
        "iam:CreateAccessKey, USER",
        "iam:AddUserToGroup, GROUP",
        "fobsmith:ListTokens, NONE",
        "fobsmith:ReserveToken, USER",
        "fobsmith:ReportLost, NONE",
        "fobsmith:ManageRoot, NONE",
        "sts:AssumeRole, ROLE",
        "sts:GetSessionToken, NONE"
    })
    void isAuthorisedAgainst(String written, ResourceKind resource) {
        assertThat(PolicyAction.find(written)).map(PolicyAction::resource).contains(resource);
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenAsItIsNamed(PolicyAction action) {
        assertThat(action.written()).matches("(iam|sts|fobsmith):[A-Z][A-Za-z]+");
        assertThat(action.written().replaceFirst(".*:", ""))
                .isEqualToIgnoringCase(action.name().replace("_", ""));
        assertThat(PolicyAction.find(action.written().toUpperCase(Locale.ROOT))).contains(action);
    }

    /** Names say what an action is about, but for lists of all and for what is done to a user's device. */
    @ParameterizedTest
    @EnumSource
    void isAboutWhatItsNameSays(PolicyAction action) {
        var name = action.name();
        ResourceKind expected;
        if (name.matches("RESERVE_.*")) {
            expected = ResourceKind.USER;
        } else if (name.matches(
                "LIST_(USERS|GROUPS|ROLES|VIRTUAL_MFA_DEVICES)|.*(ALIAS|REPORT|SUMMARY|TOKEN|IDENTITY|ROOT|LOST).*")) {
            expected = ResourceKind.NONE;
        } else if (name.matches("(ENABLE|DEACTIVATE|RESYNC|GET|LIST)_MFA_DEVICES?|.*ACCESS_KEY.*|.*_FOR_USER")) {
            expected = ResourceKind.USER;
        } else if (name.contains("MFA_DEVICE")) {
            expected = ResourceKind.MFA_DEVICE;
        } else if (name.contains("GROUP")) {
            expected = ResourceKind.GROUP;
        } else {
            expected = name.contains("ROLE") ? ResourceKind.ROLE : ResourceKind.USER;
        }
        assertThat(action.resource()).isEqualTo(expected);
    }

    @Test
    void needsPermissionButForTwo() {
        assertThat(Arrays.stream(PolicyAction.values()).filter(PolicyAction::needsNoPermission))
                .extracting(PolicyAction::written)
                .containsExactlyInAnyOrder("sts:GetCallerIdentity", "sts:GetSessionToken");
    }

    @ParameterizedTest
    @CsvSource({"GetUser", "iam:", "iam:GetUserx", "sts:GetUser", "''", "*"})
    void isNothingElse(String written) {
        assertThat(PolicyAction.find(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "USER, arn:aws:iam::123456789012:user/staff/bob",
        "GROUP, arn:aws:iam::123456789012:group/staff/bob",
        "ROLE, arn:aws:iam::123456789012:role/staff/bob",
        "MFA_DEVICE, arn:aws:iam::123456789012:mfa/staff/bob",
        "NONE, *"
    })
    void writesTheArnOfItsResource(ResourceKind kind, String arn) {
        assertThat(kind.arn("123456789012", "/staff/", "bob")).isEqualTo(arn);
    }
}
