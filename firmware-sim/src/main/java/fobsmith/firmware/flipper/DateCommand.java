package fobsmith.firmware.flipper;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows and sets the clock on the wall, the day of the week (1 for Monday) behind it. */
final class DateCommand {
    private static final int FIELDS = 7;
    private static final List<String> SEPARATORS = List.of("", "-", "-", " ", ":", ":", " ");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Rtc rtc;

    DateCommand(Rtc rtc) {
        this.rtc = rtc;
    }

    void run(Arguments arguments, Output output) {
        if (arguments.rest().isEmpty()) {
            output.text(shown());
        } else {
            set(arguments.rest(), output);
        }
    }

    private String shown() {
        var wall = rtc.local();
        return "%04d-%02d-%02d %02d:%02d:%02d %d"
                .formatted(
                        wall.getYear(),
                        wall.getMonthValue(),
                        wall.getDayOfMonth(),
                        wall.getHour(),
                        wall.getMinute(),
                        wall.getSecond(),
                        rtc.weekday());
    }

    private void set(String text, Output output) {
        var fields = fields(text);
        if (fields.size() < FIELDS) {
            // What C's scanf returns where there was nothing to read is -1; here there always is something.
            output.text("Invalid datetime format, use `%%Y-%%m-%%d %%H:%%M:%%S %%u`. sscanf %d %s"
                    .formatted(fields.size(), text));
            return;
        }
        int weekday = fields.get(6);
        var wall = dateTime(fields).filter(_ -> weekday >= 1 && weekday <= 7);
        if (wall.isEmpty()) {
            output.text("Invalid datetime data");
            return;
        }
        rtc.set(wall.get(), weekday);
        output.text("New datetime is: " + shown());
    }

    /** As many as can be read, as C's scanf does: what stands behind the last is nobody's business. */
    private static List<Integer> fields(String text) {
        var fields = new ArrayList<Integer>();
        var rest = text;
        for (var separator : SEPARATORS) {
            if (!separator.isBlank() && !rest.startsWith(separator)) {
                return fields;
            }
            rest = separator.isBlank() ? rest.stripLeading() : rest.substring(1);
            var number = NUMBER.matcher(rest);
            if (!number.lookingAt()) {
                return fields;
            }
            // Numbers of 16 bits: what is beyond them wraps around.
            fields.add((int) (Long.parseLong("0" + lastDigits(number.group())) & 0xffff));
            rest = rest.substring(number.end());
        }
        return fields;
    }

    private static String lastDigits(String number) {
        return number.substring(Math.max(0, number.length() - 9));
    }

    private static Optional<LocalDateTime> dateTime(List<Integer> fields) {
        try {
            var wall = LocalDateTime.of(
                    fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4), fields.get(5));
            return Optional.of(wall).filter(time -> time.getYear() >= 2000 && time.getYear() <= 2099);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
