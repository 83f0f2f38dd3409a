package fobsmith.iam.service;

/** Policies as tests of the service write them. */
final class Statements {
    static final String READING_ONESELF =
            allow("arn:aws:iam::*:user/${aws:username}", "GetUser", "ListMFADevices", "ListAccessKeys");

    private Statements() {}

    /** Actions of IAM, on one resource. */
    static String allow(String resource, String... actions) {
        return "{\"Effect\":\"Allow\",\"Action\":[\"iam:%s\"],\"Resource\":\"%s\"}"
                .formatted(String.join("\",\"iam:", actions), resource);
    }

    static String document(String... statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[%s]}".formatted(String.join(",", statements));
    }
}
