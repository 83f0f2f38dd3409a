package fobsmith.firmware;

import fobsmith.firmware.ykoath.Model;
import fobsmith.firmware.ykoath.Quirk;
import fobsmith.firmware.ykoath.Touch;
import fobsmith.firmware.ykoath.Version;
import fobsmith.firmware.ykoath.YubiKey;
import fobsmith.firmware.ykoath.YubiKeyDescription;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one token of the YKOATH family: {@code "model":"yubikey"}, {@code "canokey"}, {@code "nitrokey3"} or {@code "solo2"}; optional
 * {@code serial}, {@code version} ({@code "5.4.3"}), {@code touch} (a name of {@link Touch}), {@code quirks} (names of {@link Quirk},
 * true or false), {@code image} as {@link Images} says.
 */
final class YubiKeyReader {
    private static final Set<String> FIELDS =
            Set.of("model", "serial", "version", "touch", "quirks", "image", "comment");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private YubiKeyReader() {}

    static YubiKey yubiKey(Json token, InstantSource realTime) {
        return read(Model.YUBIKEY, token, realTime);
    }

    static YubiKey canoKey(Json token, InstantSource realTime) {
        return read(Model.CANOKEY, token, realTime);
    }

    static YubiKey nitrokey3(Json token, InstantSource realTime) {
        return read(Model.NITROKEY3, token, realTime);
    }

    static YubiKey solo2(Json token, InstantSource realTime) {
        return read(Model.SOLO2, token, realTime);
    }

    private static YubiKey read(Model model, Json token, InstantSource realTime) {
        token.requireOnly(FIELDS);
        var description = YubiKeyDescription.of(model, token.text("serial"));
        if (token.has("version")) {
            description = description.withVersion(version(token.text("version")));
        }
        if (token.has("touch")) {
            description = description.withTouch(token.constant("touch", Touch.class));
        }
        if (token.has("quirks")) {
            var switches = token.object("quirks");
            for (var name : switches.fields()) {
                description = description.with(Json.constant("quirk", name, Quirk.class), switches.flag(name));
            }
        }
        return YubiKey.of(description, Images.flash(token), realTime, Challenges.source());
    }

    private static Version version(String text) {
        var parts = VERSION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("version \"%s\" is not like 5.4.3".formatted(text));
        }
        return new Version(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }
}
