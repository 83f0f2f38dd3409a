package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The decisions of the policy by which AWS's User Guide lets users manage their own devices
 * (reference_policies_examples_iam_mfa-selfmanage), for a policy of the same effect in our own words: whoever has not shown
 * a code may enrol and look, and is denied all else; with a code he may also take his own device away.
 */
class OwnDevicesTest {
    private static final String POLICY = Policies.document(
            statement("Allow", "'Action':['iam:ListUsers','iam:ListVirtualMFADevices'],'Resource':'*'"),
            statement("Allow", "'Action':'iam:CreateVirtualMFADevice','Resource':'arn:aws:iam::*:mfa/*'"),
            statement(
                    "Allow",
                    "'Action':['iam:EnableMFADevice','iam:GetMFADevice','iam:ListMFADevices','iam:ResyncMFADevice'],"
                            + "'Resource':'arn:aws:iam::*:user/${aws:username}'"),
            statement(
                    "Allow",
                    "'Action':'iam:DeactivateMFADevice','Resource':'arn:aws:iam::*:user/${aws:username}',"
                            + "'Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}}"),
            statement(
                    "Deny",
                    "'NotAction':['iam:CreateVirtualMFADevice','iam:EnableMFADevice','iam:ListMFADevices',"
                            + "'iam:ListUsers','iam:ListVirtualMFADevices','iam:ResyncMFADevice'],'Resource':'*',"
                            + "'Condition':{'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}}"));

    private static String statement(String effect, String rest) {
        return "{'Effect':'%s',%s}".formatted(effect, rest).replace('\'', '"');
    }

    private static Decision decide(PolicyAction action, String whose) {
        var resource = action.resource().arn(Policies.ACCOUNT, "/", whose);
        return decide(action, resource, new String[0]);
    }

    private static Decision decide(PolicyAction action, String resource, String... present) {
        return Policies.decide(
                POLICY,
                Policies.request(action.written(), resource).with(ContextKey.MULTI_FACTOR_AUTH_PRESENT, present));
    }

    /** A session without a code gets no further than IAM's door; were it let in, it would be treated like a key. */
    @ParameterizedTest
    @CsvSource({
        "CREATE_VIRTUAL_MFA_DEVICE, any,   Allowed,          Allowed",
        "ENABLE_MFA_DEVICE,         bob,   Allowed,          Allowed",
        "RESYNC_MFA_DEVICE,         bob,   Allowed,          Allowed",
        "LIST_MFA_DEVICES,          bob,   Allowed,          Allowed",
        "LIST_USERS,                any,   Allowed,          Allowed",
        "LIST_VIRTUAL_MFA_DEVICES,  any,   Allowed,          Allowed",
        "ENABLE_MFA_DEVICE,         alice, ImplicitlyDenied, ImplicitlyDenied",
        "GET_MFA_DEVICE,            bob,   ExplicitlyDenied, Allowed",
        "DEACTIVATE_MFA_DEVICE,     bob,   ExplicitlyDenied, Allowed",
        "DEACTIVATE_MFA_DEVICE,     alice, ExplicitlyDenied, ImplicitlyDenied",
        "DELETE_VIRTUAL_MFA_DEVICE, any,   ExplicitlyDenied, ImplicitlyDenied",
        "TAG_MFA_DEVICE,            any,   ExplicitlyDenied, ImplicitlyDenied",
        "GET_SESSION_TOKEN,         any,   Unasked,          Unasked",
        "GET_CALLER_IDENTITY,       any,   Unasked,          Unasked"
    })
    void areManagedAsTheUserGuideSays(PolicyAction action, String whose, String withKey, String withCode) {
        var resource = action.resource().arn(Policies.ACCOUNT, "/", whose);
        assertThat(decide(action, whose).getClass().getSimpleName()).isEqualTo(withKey);
        assertThat(decide(action, resource, "false").getClass().getSimpleName()).isEqualTo(withKey);
        assertThat(decide(action, resource, "true").getClass().getSimpleName()).isEqualTo(withCode);
    }
}
