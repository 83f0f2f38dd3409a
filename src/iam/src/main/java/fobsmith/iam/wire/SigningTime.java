package fobsmith.iam.wire;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** The time a request says it was signed, to the second. */
record SigningTime(Instant instant) {
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** X-Amz-Date, else Date, as sent, if it was sent. */
    static Optional<String> text(WireRequest request) {
        return request.header("x-amz-date").or(() -> request.header("date"));
    }

    /** In ISO 8601 basic format, or that of RFC 1123, in which Date may come. */
    static SigningTime parse(String text) {
        for (var format : new DateTimeFormatter[] {BASIC, DateTimeFormatter.RFC_1123_DATE_TIME}) {
            try {
                return new SigningTime(format.parse(text, Instant::from));
            } catch (DateTimeParseException e) {
                // The other format may fit.
            }
        }
        throw new IamException(
                IamError.INCOMPLETE_SIGNATURE, "Date must be in ISO-8601 'basic format'. Got '%s'.".formatted(text));
    }

    /** As in the string to sign. */
    String basic() {
        return BASIC.format(instant);
    }

    /** As in the credential scope. */
    String date() {
        return basic().substring(0, 8);
    }

    /** No further off than clocks may differ, either way. */
    void requireNear(Instant now) {
        if (instant.isBefore(now.minus(SKEW))) {
            throw refused("Signature expired: %s is now earlier than %s (%s - 15 min.)", now.minus(SKEW), now);
        }
        if (instant.isAfter(now.plus(SKEW))) {
            throw refused("Signature not yet current: %s is still later than %s (%s + 15 min.)", now.plus(SKEW), now);
        }
    }

    private IamException refused(String text, Instant limit, Instant now) {
        return new IamException(
                IamError.SIGNATURE_DOES_NOT_MATCH,
                text.formatted(basic(), new SigningTime(limit).basic(), new SigningTime(now).basic()));
    }
}
