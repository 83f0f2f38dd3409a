package fobsmith.iam.policy;

import fobsmith.registry.Tag;

/** Names of the condition keys that a request may have, with when it has them. */
public final class ContextKey {
    /** {@code true} or {@code false} in sessions; missing where a long-term key is used. */
    public static final String MULTI_FACTOR_AUTH_PRESENT = "aws:MultiFactorAuthPresent";
    /** Seconds since the code was shown; only in sessions with MFA. */
    public static final String MULTI_FACTOR_AUTH_AGE = "aws:MultiFactorAuthAge";
    /** Only in sessions. */
    public static final String TOKEN_ISSUE_TIME = "aws:TokenIssueTime";
    /** Only of users, not of root and roles. */
    public static final String USERNAME = "aws:username";
    /** The unique id; of root the account's. */
    public static final String USERID = "aws:userid";

    public static final String PRINCIPAL_ARN = "aws:PrincipalArn";
    /** {@code User}, {@code Account} or {@code AssumedRole}. */
    public static final String PRINCIPAL_TYPE = "aws:PrincipalType";

    public static final String CURRENT_TIME = "aws:CurrentTime";
    public static final String EPOCH_TIME = "aws:EpochTime";
    public static final String SOURCE_IP = "aws:SourceIp";
    public static final String SECURE_TRANSPORT = "aws:SecureTransport";
    /** The keys of all tags in the request; not where it has none. */
    public static final String TAG_KEYS = "aws:TagKeys";

    /** Of AssumeRole, as the caller gave it. */
    public static final String EXTERNAL_ID = "sts:ExternalId";
    /** Of AssumeRole. */
    public static final String ROLE_SESSION_NAME = "sts:RoleSessionName";

    private ContextKey() {}

    /** Equal for names of one key: they compare without case, as those of tags do, which some of them hold. */
    public static String folded(String name) {
        return Tag.folded(name);
    }

    /** A tag of who asks. */
    public static String principalTag(String key) {
        return "aws:PrincipalTag/" + key;
    }

    /** A tag that the request wants to give. */
    public static String requestTag(String key) {
        return "aws:RequestTag/" + key;
    }

    /** A tag of the resource: a user or an MFA device. */
    public static String resourceTag(String key) {
        return "aws:ResourceTag/" + key;
    }

    /** The same in IAM's own words, of users and roles only, never of MFA devices. */
    public static String iamResourceTag(String key) {
        return "iam:ResourceTag/" + key;
    }
}
