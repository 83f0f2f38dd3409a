package fobsmith.iam.operation;

import fobsmith.iam.Resource;
import fobsmith.iam.policy.TrustPolicy;
import fobsmith.registry.Account;
import fobsmith.registry.PolicyHolder;
import fobsmith.registry.Quota;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

final class GetAccountSummary implements Operation {
    private static final Map<String, Integer> QUOTAS = new TreeMap<>(Map.of(
            "AccessKeysPerUserQuota",
            Quota.ACCESS_KEYS_OF_USER.limit(),
            "AssumeRolePolicySizeQuota",
            TrustPolicy.QUOTA,
            "AttachedPoliciesPerGroupQuota",
            10,
            "AttachedPoliciesPerRoleQuota",
            10,
            "AttachedPoliciesPerUserQuota",
            10,
            "GroupPolicySizeQuota",
            PolicyHolder.Kind.GROUP.quota(),
            "GroupsPerUserQuota",
            Quota.GROUPS_OF_USER.limit(),
            "PolicySizeQuota",
            6144,
            "SigningCertificatesPerUserQuota",
            2,
            "UserPolicySizeQuota",
            PolicyHolder.Kind.USER.quota()));

    @Override
    public String action() {
        return "GetAccountSummary";
    }

    @Override
    public void answer(Call call) {
        call.authorizer().require(action(), Resource.NOTHING);

        var census = call.registry().account().census(call.registry().now());

        call.answer().map("SummaryMap", summary(census));
    }

    /** What the service does not have at all stands as none, with the quota that AWS documents. */
    private static Map<String, String> summary(Account.Census census) {
        var summary = new LinkedHashMap<String, String>();
        count(summary, "Users", census.users(), Quota.USERS.limit());
        count(summary, "Groups", census.groups(), Quota.GROUPS.limit());
        count(summary, "Roles", census.roles(), Quota.ROLES.limit());
        count(summary, "Policies", 0, 1500);
        count(summary, "PolicyVersionsInUse", 0, 10_000);
        count(summary, "InstanceProfiles", 0, 1000);
        count(summary, "ServerCertificates", 0, 20);
        put(summary, "Providers", 0);
        put(summary, "MFADevices", census.virtualDevices());
        put(summary, "MFADevicesInUse", census.devicesInUse());
        put(summary, "AccountMFAEnabled", census.rootHasDevice() ? 1 : 0);
        put(summary, "AccountAccessKeysPresent", 0);
        put(summary, "AccountPasswordPresent", 0);
        put(summary, "AccountSigningCertificatesPresent", 0);
        put(summary, "RolePolicySizeQuota", PolicyHolder.Kind.ROLE.quota());
        put(summary, "VersionsPerPolicyQuota", 5);
        put(summary, "GlobalEndpointTokenVersion", 1);
        QUOTAS.forEach((name, quota) -> put(summary, name, quota));
        return summary;
    }

    private static void count(Map<String, String> summary, String name, long count, long quota) {
        put(summary, name, count);
        put(summary, name + "Quota", quota);
    }

    private static void put(Map<String, String> summary, String name, long value) {
        summary.put(name, Long.toString(value));
    }
}
