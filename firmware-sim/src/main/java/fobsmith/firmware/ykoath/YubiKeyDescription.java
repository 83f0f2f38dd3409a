package fobsmith.firmware.ykoath;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * A token of this family as it leaves the factory.
 *
 * @param serial a decimal number up to 4294967295 for a YubiKey; hexadecimal digits in capitals for the others, eight or, for a Solo
 *     2, thirty-two
 * @param version of its firmware. YubiKeys rename from 5.3.1 on, know SHA-512 from 4.3.1 and touch from 4.2.6, and hold 64
 *     credentials from 5.7
 * @param quirks that it has
 * @param touch when it is touched
 * @param patience how long it waits to be touched; a millisecond to an hour; assumed 15 seconds
 */
public record YubiKeyDescription(
        String serial, Model model, Version version, Set<Quirk> quirks, Touch touch, Duration patience) {
    /** The serial number of a YubiKey that nobody has given one. */
    public static final String FIRST_SERIAL = "12345678";

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(15);
    private static final Duration LEAST_PATIENCE = Duration.ofMillis(1);
    private static final Duration MOST_PATIENCE = Duration.ofHours(1);

    public YubiKeyDescription {
        model.serialBytes(serial);
        quirks = Set.copyOf(quirks);
        if (patience.compareTo(LEAST_PATIENCE) < 0 || patience.compareTo(MOST_PATIENCE) > 0) {
            throw new IllegalArgumentException("a token cannot wait for %s to be touched".formatted(patience));
        }
    }

    /** A YubiKey 5.4.3. */
    public static YubiKeyDescription of(String serial) {
        return of(Model.YUBIKEY, serial);
    }

    /** That model with its own firmware and quirks, touched at once. */
    public static YubiKeyDescription of(Model model, String serial) {
        return new YubiKeyDescription(serial, model, model.version(), model.quirks(), Touch.AT_ONCE, USUAL_PATIENCE);
    }

    /** The same, but that it has this quirk or not. */
    public YubiKeyDescription with(Quirk quirk, boolean has) {
        var changed = EnumSet.noneOf(Quirk.class);
        changed.addAll(quirks);
        if (has) {
            changed.add(quirk);
        } else {
            changed.remove(quirk);
        }
        return new YubiKeyDescription(serial, model, version, changed, touch, patience);
    }

    public YubiKeyDescription withVersion(Version other) {
        return new YubiKeyDescription(serial, model, other, quirks, touch, patience);
    }

    public YubiKeyDescription withTouch(Touch other) {
        return new YubiKeyDescription(serial, model, version, quirks, other, patience);
    }

    public YubiKeyDescription withPatience(Duration other) {
        return new YubiKeyDescription(serial, model, version, quirks, touch, other);
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** Big endian. */
    byte[] serialBytes() {
        return model.serialBytes(serial);
    }

    int credentials() {
        return model.credentials(version);
    }

    boolean renames() {
        return isOfVersion(5, 3, 1);
    }

    boolean knowsTouch() {
        return isOfVersion(4, 2, 6);
    }

    boolean waitsForTouch(Credential credential) {
        return credential.has(Credential.TOUCH) && !has(Quirk.TOUCH_IS_IGNORED);
    }

    boolean knows(Hash hash) {
        return hash != Hash.SHA512 || (!has(Quirk.NO_SHA512) && isOfVersion(4, 3, 1));
    }

    private boolean isOfVersion(int major, int minor, int patch) {
        return !model.goesByVersion() || version.isAtLeast(major, minor, patch);
    }
}
