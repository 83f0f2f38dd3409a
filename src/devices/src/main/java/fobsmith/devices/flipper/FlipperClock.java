package fobsmith.devices.flipper;

import fobsmith.devices.DeviceException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Flipper's clock, which has no time zone; it is kept in UTC, and the Authenticator is told so. */
final class FlipperClock {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Behind the time stands the day of the week; Monday is 1. */
    private static final Pattern SHOWN = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) [1-7]");

    private static final String SET = "New datetime is:";
    private static final String ZONE_SET = "Timezone is set to 0.0";
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final Shell shell;

    FlipperClock(Shell shell) {
        this.shell = shell;
    }

    Instant read() {
        return shell.run("date").lines().stream()
                .map(line -> SHOWN.matcher(line.text()))
                .filter(Matcher::matches)
                .findFirst()
                .map(FlipperClock::parse)
                .orElseThrow(() -> new DeviceException.Malformed("the Flipper does not tell its time"));
    }

    private static Instant parse(Matcher shown) {
        try {
            return LocalDateTime.parse(shown.group(1), FORM).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new DeviceException.Malformed("the Flipper's clock shows a time that there is not");
        }
    }

    /** To the second nearest to now. */
    void set(InstantSource clock) {
        var now = clock.instant().plus(HALF_A_SECOND);
        FlipperLimits.requireClock(now);
        var time = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        var order =
                "date %s %d".formatted(FORM.format(time), time.getDayOfWeek().getValue());
        if (shell.run(order).beginning(SET).isEmpty()) {
            throw new DeviceException.Refused(
                    "the Flipper did not take the time", "set this Flipper aside; it may have other firmware");
        }
    }

    /** By the answer to {@code totp tz 0}. */
    static void requireZone(Answer answer) {
        if (answer.beginning(ZONE_SET).isEmpty()) {
            throw new DeviceException.Refused(
                    "the Authenticator did not take UTC as its time zone",
                    "set the time zone to 0 in the Authenticator's settings");
        }
    }
}
