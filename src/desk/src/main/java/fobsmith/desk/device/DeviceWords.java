package fobsmith.desk.device;

import fobsmith.desk.Messages;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** What a device is called and what is said of it, in the language that is spoken. Screen's thread. */
public final class DeviceWords {
    private final Messages messages;

    public DeviceWords(Messages messages) {
        this.messages = messages;
    }

    /** The serial number of a fob; of a virtual device its name alone, which is what its person gave it. */
    public static String name(Token token) {
        return switch (token.serial()) {
            case SerialNumber.Hardware fob -> fob.value();
            case SerialNumber.VirtualArn device -> device.name();
        };
    }

    /** What kind it is, how it stands and since when. */
    public String about(Token token) {
        return kind(token) + " · " + standing(token);
    }

    private String kind(Token token) {
        return switch (token.serial()) {
            case SerialNumber.Hardware _ -> token.manufacturer() + " " + token.model();
            case SerialNumber.VirtualArn _ when token.expiresAt() != null -> messages.text("device.temporary");
            case SerialNumber.VirtualArn _ -> messages.text("device.virtual");
        };
    }

    private String standing(Token token) {
        var until = token.expiresAt();
        if (until != null) {
            return messages.text("device.until", moment(until));
        }
        return token.enabledAt() == null
                ? state(token)
                : messages.text("device.enabled-since", day(token.enabledSince()));
    }

    /** A user's name; of root, what people call it. */
    public String person(User user) {
        return user.isRoot() ? messages.text("device.root") : user.name();
    }

    /** Its state. */
    public String state(Token token) {
        return messages.text("state." + token.state().text());
    }

    /** Day and minute, where the desk stands. */
    public String moment(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), instant);
    }

    private String day(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), instant);
    }

    private String format(DateTimeFormatter style, Instant instant) {
        return style.withLocale(messages.language().locale())
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }
}
