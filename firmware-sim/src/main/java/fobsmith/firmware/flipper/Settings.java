package fobsmith.firmware.flipper;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * What the application is set to.
 *
 * @param timezone hours that the clock is ahead of UTC
 * @param notification bits of {@link #NOTIFICATIONS}
 * @param automation bits of {@link #AUTOMATIONS}
 * @param layout number in {@link #LAYOUTS}
 * @param delayMillis before it begins to type
 */
record Settings(float timezone, int notification, int automation, int layout, int delayMillis) {
    static final List<String> NOTIFICATIONS = List.of("sound", "vibro");
    static final List<String> AUTOMATIONS = List.of("usb", "bt");
    static final List<String> LAYOUTS = List.of(
            "ba-BA",
            "cs-CZ",
            "da-DA",
            "de-CH",
            "de-DE",
            "dvorak",
            "en-UK",
            "en-US",
            "es-ES",
            "fr-BE",
            "fr-CA",
            "fr-CH",
            "fr-FR-mac",
            "fr-FR",
            "hr-HR",
            "hu-HU",
            "it-IT",
            "nb-NO",
            "nl-NL",
            "pt-BR",
            "pt-PT",
            "si-SI",
            "sk-SK",
            "sv-SE",
            "tr-TR");

    static final Settings USUAL = new Settings(0, 3, 0, LAYOUTS.indexOf("en-US"), 500);

    private static final int SECONDS_PER_HOUR = 3600;

    Settings withTimezone(float other) {
        return new Settings(other, notification, automation, layout, delayMillis);
    }

    Settings withNotification(int other) {
        return new Settings(timezone, other, automation, layout, delayMillis);
    }

    Settings withAutomation(int other, int otherLayout, int otherDelayMillis) {
        return new Settings(timezone, notification, other, otherLayout, otherDelayMillis);
    }

    /** What the application adds to the clock's time to have UTC. */
    Duration correction() {
        return Duration.ofSeconds(-Math.round((double) timezone * SECONDS_PER_HOUR));
    }

    byte[] encode() {
        return ByteBuffer.allocate(Float.BYTES + 3 + Short.BYTES)
                .putFloat(timezone)
                .put((byte) notification)
                .put((byte) automation)
                .put((byte) layout)
                .putShort((short) delayMillis)
                .array();
    }

    static Settings decode(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Settings(
                buffer.getFloat(), buffer.get(), buffer.get(), buffer.get(), Short.toUnsignedInt(buffer.getShort()));
    }
}
