package fobsmith.iam.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The constraints of a string member in the service models of 2010-05-08 (IAM) and 2011-06-15 (STS). Patterns are written
 * as the models write them, since answers quote them; {@code \w} and {@code \d} are ASCII there and here.
 *
 * @param special the text AWS uses in place of the generic ones; empty if it has none
 */
record Shape(int shortest, int longest, Pattern pattern, String special) {
    static final Shape SERIAL_NUMBER = of(9, 256, "[\\w+=/:,.@-]+");
    static final Shape AUTHENTICATION_CODE = of(6, 6, "[\\d]+");
    static final Shape STS_SERIAL_NUMBER = of(9, 256, "[\\w+=/:,.@-]*");
    static final Shape STS_TOKEN_CODE = of(6, 6, "[\\d]*");
    static final Shape TAG_KEY = of(1, 128, "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+");
    static final Shape TAG_VALUE = of(0, 256, "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
    static final Shape POLICY_DOCUMENT = of(1, 131_072, "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");
    static final Shape ACCOUNT_ALIAS = of(3, 63, "^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$");
    static final Shape VIRTUAL_DEVICE_NAME = of(1, 226, "[\\w+=,.@-]+");
    static final Shape ACCESS_KEY_ID = of(16, 128, "[\\w]+");
    /** The model allows 320 characters, too few for the longest paths; clients do not count. */
    static final Shape MARKER = of(1, 1024, "[\\u0020-\\u00FF]+");

    static final Shape PATH_PREFIX = of(1, 512, "\\u002F[\\u0021-\\u007F]*");
    static final Shape PATH = path("path");
    static final Shape EXISTING_USER_NAME = name("userName", 128);
    static final Shape NEW_USER_NAME = name("userName", 64);
    static final Shape RENAMED_USER_NAME = name("newUserName", 64);
    static final Shape GROUP_NAME = name("groupName", 128);
    static final Shape RENAMED_GROUP_NAME = name("newGroupName", 128);
    static final Shape ROLE_NAME = name("roleName", 64);
    static final Shape DESCRIPTION = of(0, 1000, "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*");
    static final Shape ROLE_ARN = of(
            20, 2048, "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+");
    static final Shape ROLE_SESSION_NAME = of(2, 64, "[\\w+=,.@-]*");
    static final Shape EXTERNAL_ID = of(2, 1224, "[\\w+=,.@:\\/-]*");
    static final Shape NEW_PATH = path("newPath");
    static final Shape POLICY_NAME = name("policyName", 128);

    private static Shape of(int shortest, int longest, String pattern) {
        return new Shape(shortest, longest, Pattern.compile(pattern), "");
    }

    private static Shape path(String member) {
        return new Shape(
                1,
                512,
                Pattern.compile("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"),
                "The specified value for %s is invalid. It must begin and end with / and contain only alphanumeric"
                                .formatted(member)
                        + " characters and/or / characters.");
    }

    private static Shape name(String member, int longest) {
        return new Shape(
                1,
                longest,
                Pattern.compile("[\\w+=,.@-]+"),
                "The specified value for %s is invalid. It must contain only alphanumeric characters and/or the following:"
                                .formatted(member)
                        + " +=,.@_-");
    }

    /** Which constraints a value violates, in AWS's words. */
    List<String> violations(String value) {
        var violations = new ArrayList<String>();
        if (!pattern.matcher(value).matches()) {
            violations.add("Member must satisfy regular expression pattern: " + pattern);
        }
        if (value.length() > longest) {
            violations.add("Member must have length less than or equal to " + longest);
        }
        if (value.length() < shortest) {
            violations.add("Member must have length greater than or equal to " + shortest);
        }
        return violations;
    }
}
