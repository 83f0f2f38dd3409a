package fobsmith.iam.operation;

import fobsmith.iam.Resource;
import fobsmith.registry.Account;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

final class GetAccountSummary implements Operation {
    private static final Map<String, Integer> QUOTAS = new TreeMap<>(Map.of(
            "AccessKeysPerUserQuota", 2,
            "AssumeRolePolicySizeQuota", 2048,
            "AttachedPoliciesPerGroupQuota", 10,
            "AttachedPoliciesPerRoleQuota", 10,
            "AttachedPoliciesPerUserQuota", 10,
            "GroupPolicySizeQuota", 5120,
            "GroupsPerUserQuota", 10,
            "PolicySizeQuota", 6144,
            "SigningCertificatesPerUserQuota", 2,
            "UserPolicySizeQuota", 2048));

    @Override
    public String action() {
        return "GetAccountSummary";
    }

    @Override
    public void answer(Call call) {
        call.authorizer().require(action(), Resource.NOTHING);

        var census = call.registry().account().census();

        call.answer().map("SummaryMap", summary(census));
    }

    /** What the service does not have at all stands as none, with the quota that AWS documents. */
    private static Map<String, String> summary(Account.Census census) {
        var summary = new LinkedHashMap<String, String>();
        count(summary, "Users", census.users(), 5000);
        count(summary, "Groups", census.groups(), 300);
        count(summary, "Roles", census.roles(), 1000);
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
        put(summary, "RolePolicySizeQuota", 10_240);
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
