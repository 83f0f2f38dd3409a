package fobsmith.iam.policy;

import static fobsmith.iam.policy.ResourceKind.GROUP;
import static fobsmith.iam.policy.ResourceKind.MFA_DEVICE;
import static fobsmith.iam.policy.ResourceKind.NONE;
import static fobsmith.iam.policy.ResourceKind.ROLE;
import static fobsmith.iam.policy.ResourceKind.USER;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The actions of IAM and STS that concern people and their devices, and what each is authorised against (Service
 * Authorization Reference); and fobsmith's own, for what AWS has no action for: they are asked at the onboarding desk.
 * Enabling, deactivating and resynchronising a device is something done to its user: the device's ARN plays no part. Where the
 * request may leave out the user, the caller is meant.
 */
public enum PolicyAction {
    CREATE_USER("iam:CreateUser", USER),
    GET_USER("iam:GetUser", USER),
    LIST_USERS("iam:ListUsers", NONE),
    UPDATE_USER("iam:UpdateUser", USER),
    DELETE_USER("iam:DeleteUser", USER),
    TAG_USER("iam:TagUser", USER),
    UNTAG_USER("iam:UntagUser", USER),
    LIST_USER_TAGS("iam:ListUserTags", USER),

    CREATE_ACCESS_KEY("iam:CreateAccessKey", USER),
    UPDATE_ACCESS_KEY("iam:UpdateAccessKey", USER),
    DELETE_ACCESS_KEY("iam:DeleteAccessKey", USER),
    LIST_ACCESS_KEYS("iam:ListAccessKeys", USER),
    GET_ACCESS_KEY_LAST_USED("iam:GetAccessKeyLastUsed", USER),

    PUT_USER_POLICY("iam:PutUserPolicy", USER),
    GET_USER_POLICY("iam:GetUserPolicy", USER),
    DELETE_USER_POLICY("iam:DeleteUserPolicy", USER),
    LIST_USER_POLICIES("iam:ListUserPolicies", USER),

    ENABLE_MFA_DEVICE("iam:EnableMFADevice", USER),
    DEACTIVATE_MFA_DEVICE("iam:DeactivateMFADevice", USER),
    RESYNC_MFA_DEVICE("iam:ResyncMFADevice", USER),
    GET_MFA_DEVICE("iam:GetMFADevice", USER),
    LIST_MFA_DEVICES("iam:ListMFADevices", USER),
    CREATE_VIRTUAL_MFA_DEVICE("iam:CreateVirtualMFADevice", MFA_DEVICE),
    DELETE_VIRTUAL_MFA_DEVICE("iam:DeleteVirtualMFADevice", MFA_DEVICE),
    LIST_VIRTUAL_MFA_DEVICES("iam:ListVirtualMFADevices", NONE),
    TAG_MFA_DEVICE("iam:TagMFADevice", MFA_DEVICE),
    UNTAG_MFA_DEVICE("iam:UntagMFADevice", MFA_DEVICE),
    LIST_MFA_DEVICE_TAGS("iam:ListMFADeviceTags", MFA_DEVICE),

    CREATE_GROUP("iam:CreateGroup", GROUP),
    GET_GROUP("iam:GetGroup", GROUP),
    LIST_GROUPS("iam:ListGroups", NONE),
    LIST_GROUPS_FOR_USER("iam:ListGroupsForUser", USER),
    UPDATE_GROUP("iam:UpdateGroup", GROUP),
    DELETE_GROUP("iam:DeleteGroup", GROUP),
    ADD_USER_TO_GROUP("iam:AddUserToGroup", GROUP),
    REMOVE_USER_FROM_GROUP("iam:RemoveUserFromGroup", GROUP),
    PUT_GROUP_POLICY("iam:PutGroupPolicy", GROUP),
    GET_GROUP_POLICY("iam:GetGroupPolicy", GROUP),
    DELETE_GROUP_POLICY("iam:DeleteGroupPolicy", GROUP),
    LIST_GROUP_POLICIES("iam:ListGroupPolicies", GROUP),

    CREATE_ROLE("iam:CreateRole", ROLE),
    GET_ROLE("iam:GetRole", ROLE),
    LIST_ROLES("iam:ListRoles", NONE),
    UPDATE_ROLE("iam:UpdateRole", ROLE),
    UPDATE_ASSUME_ROLE_POLICY("iam:UpdateAssumeRolePolicy", ROLE),
    DELETE_ROLE("iam:DeleteRole", ROLE),
    TAG_ROLE("iam:TagRole", ROLE),
    UNTAG_ROLE("iam:UntagRole", ROLE),
    LIST_ROLE_TAGS("iam:ListRoleTags", ROLE),
    PUT_ROLE_POLICY("iam:PutRolePolicy", ROLE),
    GET_ROLE_POLICY("iam:GetRolePolicy", ROLE),
    DELETE_ROLE_POLICY("iam:DeleteRolePolicy", ROLE),
    LIST_ROLE_POLICIES("iam:ListRolePolicies", ROLE),

    CREATE_ACCOUNT_ALIAS("iam:CreateAccountAlias", NONE),
    DELETE_ACCOUNT_ALIAS("iam:DeleteAccountAlias", NONE),
    LIST_ACCOUNT_ALIASES("iam:ListAccountAliases", NONE),
    GET_ACCOUNT_SUMMARY("iam:GetAccountSummary", NONE),
    GENERATE_CREDENTIAL_REPORT("iam:GenerateCredentialReport", NONE),
    GET_CREDENTIAL_REPORT("iam:GetCredentialReport", NONE),

    LIST_TOKENS("fobsmith:ListTokens", NONE),
    FIND_TOKEN("fobsmith:FindToken", NONE),
    CHECK_TOKEN("fobsmith:CheckToken", NONE),
    PROVISION_TOKEN("fobsmith:ProvisionToken", NONE),
    RESERVE_TOKEN("fobsmith:ReserveToken", USER),
    REPORT_LOST("fobsmith:ReportLost", NONE),
    RETIRE_TOKEN("fobsmith:RetireToken", NONE),
    MANAGE_ROOT("fobsmith:ManageRoot", NONE),

    ASSUME_ROLE("sts:AssumeRole", ROLE),
    GET_CALLER_IDENTITY("sts:GetCallerIdentity", NONE),
    GET_SESSION_TOKEN("sts:GetSessionToken", NONE);

    private static final Map<String, PolicyAction> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toMap(action -> action.written.toLowerCase(Locale.ROOT), Function.identity()));

    private final String written;
    private final ResourceKind resource;

    PolicyAction(String written, ResourceKind resource) {
        this.written = written;
        this.resource = resource;
    }

    /** As policies name it: {@code iam:EnableMFADevice}. */
    public String written() {
        return written;
    }

    public ResourceKind resource() {
        return resource;
    }

    /** Whether policies have no effect on it. */
    public boolean needsNoPermission() {
        return this == GET_CALLER_IDENTITY || this == GET_SESSION_TOKEN;
    }

    /** Whether what it is authorised against is not there before, and has no tags. */
    public boolean makesResource() {
        return this == CREATE_USER || this == CREATE_GROUP || this == CREATE_ROLE || this == CREATE_VIRTUAL_MFA_DEVICE;
    }

    /** Case does not matter. */
    public static Optional<PolicyAction> find(String written) {
        return Optional.ofNullable(BY_NAME.get(written.toLowerCase(Locale.ROOT)));
    }
}
