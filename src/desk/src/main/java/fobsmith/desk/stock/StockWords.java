package fobsmith.desk.stock;

import fobsmith.desk.Messages;
import fobsmith.oath.OtpProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/** Times, clocks and profiles in the language that is spoken, by the machine's time zone. */
final class StockWords {
    private static final Duration TIMES_OF_DAY = Duration.ofHours(36);

    private final Messages messages;

    StockWords(Messages messages) {
        this.messages = messages;
    }

    /** Day and time; a dash where nobody knows. */
    String when(@Nullable Instant time) {
        return time == null
                ? "–"
                : format(FormatStyle.MEDIUM, FormatStyle.SHORT).format(time);
    }

    /** As short as an axis needs it: the time of day, or where more than a day or two are shown the day. */
    String tick(Instant time, Duration shown) {
        var format = shown.compareTo(TIMES_OF_DAY) < 0
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT);
        return here(format).format(time);
    }

    private DateTimeFormatter format(FormatStyle day, FormatStyle time) {
        return here(DateTimeFormatter.ofLocalizedDateTime(day, time));
    }

    private DateTimeFormatter here(DateTimeFormatter format) {
        return format.withLocale(messages.language().locale()).withZone(ZoneId.systemDefault());
    }

    /** How far a clock is off. */
    String drift(long millis) {
        long seconds = Math.round(millis / 1000.0);
        if (seconds == 0) {
            return messages.text("stock.in-step");
        }
        var off = length(Math.abs(seconds));
        return seconds > 0 ? messages.text("stock.fast", off) : messages.text("stock.slow", off);
    }

    private static String length(long seconds) {
        var length = Duration.ofSeconds(seconds);
        if (length.toHours() > 0) {
            return "%d h %d min".formatted(length.toHours(), length.toMinutesPart());
        }
        return length.toMinutes() > 0
                ? "%d min %d s".formatted(length.toMinutes(), length.toSecondsPart())
                : "%d s".formatted(seconds);
    }

    /** What kind of codes it shows. */
    String profile(OtpProfile profile) {
        var digits = String.valueOf(profile.digits());
        var algorithm = profile.algorithm().toString();
        return switch (profile) {
            case OtpProfile.Totp totp ->
                messages.text(
                        "stock.totp", digits, String.valueOf(totp.timeStep().toSeconds()), algorithm);
            case OtpProfile.Hotp _ -> messages.text("stock.hotp", digits, algorithm);
        };
    }
}
