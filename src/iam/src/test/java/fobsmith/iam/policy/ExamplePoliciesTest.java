package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fixtures/iam/policies lets bob do, who is one of the staff. */
class ExamplePoliciesTest {
    private static String decision(String example, String action, String resource, String code) {
        var request = Policies.request(
                action.contains(":") ? action : "iam:" + action, resource.startsWith("*") ? "*" : arn(resource));
        return Policies.decide(Policies.example(example), at(request, code))
                .getClass()
                .getSimpleName();
    }

    private static String arn(String resource) {
        return "arn:aws:iam::%s:%s".formatted(Policies.ACCOUNT, resource);
    }

    /** "none": a long-term key; otherwise a session in which a code was shown so many seconds ago. */
    private static RequestContext at(RequestContext request, String code) {
        return code.equals("none")
                ? request
                : request.with(ContextKey.MULTI_FACTOR_AUTH_PRESENT, "true")
                        .with(ContextKey.MULTI_FACTOR_AUTH_AGE, code);
    }

    @ParameterizedTest
    @CsvSource({
        "self-service, ListVirtualMFADevices,  *,               none, Allowed",
        "self-service, CreateVirtualMFADevice, mfa/bob/phone,   none, Allowed",
        "self-service, CreateVirtualMFADevice, mfa/alice/phone, none, ImplicitlyDenied",
        "self-service, CreateVirtualMFADevice, mfa/bob-x/phone, none, ImplicitlyDenied",
        "self-service, EnableMFADevice,        user/bob,        none, Allowed",
        "self-service, EnableMFADevice,        user/staff/bob,  none, Allowed",
        "self-service, EnableMFADevice,        user/alice,      none, ImplicitlyDenied",
        "self-service, EnableMFADevice,        user/bob/alice,  none, ImplicitlyDenied",
        "self-service, GetUser,                user/staff/bob,  none, Allowed",
        "self-service, DeactivateMFADevice,    user/bob,        none, ExplicitlyDenied",
        "self-service, DeactivateMFADevice,    user/bob,        9999, Allowed",
        "self-service, DeactivateMFADevice,    user/alice,      1,    ImplicitlyDenied",
        "self-service, CreateAccessKey,        user/bob,        none, ExplicitlyDenied",
        "self-service, CreateAccessKey,        user/bob,        1,    Allowed",
        "self-service, ListAccessKeys,         user/bob,        1,    Allowed",
        "self-service, DeleteVirtualMFADevice, mfa/bob/phone,   1,    Allowed",
        "self-service, DeleteVirtualMFADevice, mfa/alice/phone, 1,    ImplicitlyDenied",
        "self-service, ListMFADeviceTags,      mfa/bob/phone,   1,    Allowed",
        "self-service, PutUserPolicy,          user/bob,        1,    ImplicitlyDenied",
        "self-service, ListUsers,              *,               none, ExplicitlyDenied",
        "desk-operator, ListUsers,             *,               60,   Allowed",
        "desk-operator, ListUsers,             *,               none, ExplicitlyDenied",
        "desk-operator, CreateUser,            user/staff/carol, 60,  Allowed",
        "desk-operator, CreateUser,            user/carol,      60,   ImplicitlyDenied",
        "desk-operator, EnableMFADevice,       user/staff/alice, 28800, Allowed",
        "desk-operator, EnableMFADevice,       user/staff/alice, 28801, ExplicitlyDenied",
        "desk-operator, EnableMFADevice,       user/staff/bob,  60,   ExplicitlyDenied",
        "desk-operator, ResyncMFADevice,       user/staff/bob,  60,   Allowed",
        "desk-operator, DeactivateMFADevice,   user/admins/eve, 60,   ImplicitlyDenied",
        "desk-operator, TagMFADevice,          mfa/staff/alice/phone, 60, Allowed",
        "desk-operator, PutUserPolicy,         user/staff/alice, 60,  ImplicitlyDenied",
        "desk-operator, CreateAccessKey,       user/staff/alice, 60,  ImplicitlyDenied",
        "desk-operator, fobsmith:FindToken,    *,               60,   Allowed",
        "desk-operator, fobsmith:ReserveToken, user/staff/alice, 60,  Allowed",
        "desk-operator, fobsmith:ReserveToken, user/eve,        60,   ImplicitlyDenied",
        "desk-operator, fobsmith:RetireToken,  *,               60,   ImplicitlyDenied",
        "desk-operator, fobsmith:ManageRoot,   *,               60,   ImplicitlyDenied",
        "desk-operator, fobsmith:ListTokens,   *,               none, ExplicitlyDenied",
        "auditor, fobsmith:ListTokens,         *,               1,    Allowed",
        "auditor, fobsmith:FindToken,          *,               1,    ExplicitlyDenied",
        "administrator, fobsmith:ManageRoot,   *,               1,    Allowed",
        "administrator, fobsmith:ManageRoot,   *,               none, ImplicitlyDenied",
        "auditor, GetCredentialReport,         *,               1,    Allowed",
        "auditor, ListUsers,                   *,               none, ImplicitlyDenied",
        "auditor, GetUserPolicy,               user/staff/alice, 1,   Allowed",
        "auditor, GenerateCredentialReport,    *,               1,    Allowed",
        "auditor, DeleteUser,                  user/staff/alice, 1,   ExplicitlyDenied",
        "administrator, PutUserPolicy,         user/staff/alice, 1,   Allowed",
        "administrator, PutUserPolicy,         user/staff/bob,  none, ImplicitlyDenied",
        "administrator, CreateVirtualMFADevice, mfa/bob/phone,  none, Allowed",
        "administrator, EnableMFADevice,       user/admins/bob, none, Allowed",
        "administrator, EnableMFADevice,       user/admins/eve, none, ImplicitlyDenied",
        "administrator, DeactivateMFADevice,   user/bob,        none, ImplicitlyDenied"
    })
    void decidesAsTheirNamesPromise(String example, String action, String resource, String code, String expected) {
        assertThat(decision(example, action, resource, code)).isEqualTo(expected);
    }

    @Test
    void coversEveryExample() {
        assertThat(Policies.examples())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("administrator.json", "auditor.json", "desk-operator.json", "self-service.json");
    }

    /** A misspelt action would be allowed to nobody and missed by nobody. */
    @Test
    void namesOnlyActionsThatExist() {
        for (var file : Policies.examples()) {
            var written = Set.copyOf(Pattern.compile("\"((iam|sts|fobsmith):[A-Za-z]+)\"")
                    .matcher(Policies.read(file))
                    .results()
                    .map(found -> found.group(1))
                    .toList());
            assertThat(written)
                    .isSubsetOf(List.of(PolicyAction.values()).stream()
                            .map(PolicyAction::written)
                            .collect(Collectors.toSet()));
        }
    }
}
