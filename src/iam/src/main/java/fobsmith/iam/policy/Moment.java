package fobsmith.iam.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The dates of date conditions: the profile of ISO 8601 in W3C's NOTE-datetime, or seconds since 1970. Four digits are a
 * year. A year, a month or a day stands for its first moment in UTC.
 */
final class Moment {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}" + "(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,11}");

    private Moment() {}

    static Optional<Instant> find(String text) {
        try {
            if (SECONDS.matcher(text).matches() && !YEAR.matcher(text).matches()) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            }
            var full = completed(text);
            return TIME.matcher(full).matches()
                    ? Optional.of(OffsetDateTime.parse(full).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String completed(String text) {
        if (YEAR.matcher(text).matches()) {
            return text + "-01-01T00:00Z";
        }
        if (MONTH.matcher(text).matches()) {
            return text + "-01T00:00Z";
        }
        return DAY.matcher(text).matches() ? text + "T00:00Z" : text;
    }
}
