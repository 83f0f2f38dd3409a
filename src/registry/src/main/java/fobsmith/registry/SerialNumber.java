package fobsmith.registry;

import java.util.Locale;
import java.util.regex.Pattern;

/** What IAM calls SerialNumber: printed on a fob, or the ARN of a virtual device. Compared without case. */
public sealed interface SerialNumber {

    /** As stored and shown. */
    String value();

    /** What makes two serial numbers the same. */
    default String key() {
        return value().toUpperCase(Locale.ROOT);
    }

    /** A hardware serial: 9 to 64 characters, kept in upper case. */
    record Hardware(String value) implements SerialNumber {
        /** So many characters the shortest has. */
        public static final int SHORTEST = 9;

        private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_+=/:,.@-]{" + SHORTEST + ",64}");

        public Hardware {
            if (!ALLOWED.matcher(value).matches() || value.regionMatches(true, 0, "arn:", 0, 4)) {
                throw new IllegalArgumentException(
                        "\"%s\" is not a serial number of 9 to 64 letters, digits or _+=/:,.@-".formatted(value));
            }
            value = value.toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** {@code arn:aws:iam::ACCOUNT:mfa/PATH/NAME}; the path begins and ends with a slash; case as created. */
    record VirtualArn(String account, String path, String name) implements SerialNumber {
        private static final Pattern ARN =
                Pattern.compile("arn:aws:iam::(\\d{12}):mfa(/(?:[!-~]+/)?)([A-Za-z0-9_+=,.@-]+)");
        private static final int LONGEST = 256;

        public VirtualArn {
            var arn = "arn:aws:iam::%s:mfa%s%s".formatted(account, path, name);
            if (arn.length() > LONGEST || !ARN.matcher(arn).matches()) {
                throw new IllegalArgumentException("\"%s\" is not the ARN of a virtual device".formatted(arn));
            }
        }

        @Override
        public String value() {
            return "arn:aws:iam::%s:mfa%s%s".formatted(account, path, name);
        }

        @Override
        public String toString() {
            return value();
        }
    }

    /** The only place that tells the two kinds apart. */
    static SerialNumber parse(String text) {
        var arn = VirtualArn.ARN.matcher(text);
        return arn.matches() ? new VirtualArn(arn.group(1), arn.group(2), arn.group(3)) : new Hardware(text);
    }
}
