package fobsmith.desk.virtual;

import fobsmith.desk.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** A moment as somebody at this desk says it: the day, and the time by the clock on the wall. */
final class EndTime {
    private EndTime() {}

    static String text(Instant moment, Messages messages) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(messages.language().locale())
                .format(moment.atZone(ZoneId.systemDefault()));
    }
}
