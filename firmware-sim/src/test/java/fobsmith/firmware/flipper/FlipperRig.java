package fobsmith.firmware.flipper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** A Flipper at noon, its port open, its application too. */
abstract class FlipperRig {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    static final FlipperDescription PLAIN = FlipperDescription.of(FlipperDescription.FIRST_UID, "Ferris");

    /** The seed of RFC 4226 and RFC 6238, "12345678901234567890". */
    static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    static final String PROMPT = "\\r\\n>: ";

    final HandTurnedClock realTime = new HandTurnedClock(NOON);
    final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    Flipper flipper = opened(Flash.inMemory(), PLAIN);

    Flipper opened(Flash flash, FlipperDescription description) {
        var opened = Flipper.of(description, flash, realTime);
        opened.connect(seen::writeBytes);
        opened.openApplication();
        seen.reset();
        return opened;
    }

    /** Types this, in which escapes may be written, and tells all that came of it, escapes visible. */
    String type(String keys) {
        flipper.receive(Visible.bytes(keys));
        return fetch();
    }

    String fetch() {
        var text = Visible.text(seen.toByteArray());
        seen.reset();
        return text;
    }

    /** What a command answers between its echo and the next prompt. */
    String answer(String command) {
        var whole = type(command + "\\r");
        var echo = command + "\\r\\n";
        if (!whole.startsWith(echo) || !whole.endsWith(PROMPT)) {
            throw new AssertionError("no echo of %s or no prompt in %s".formatted(command, whole));
        }
        return whole.substring(echo.length(), whole.length() - PROMPT.length());
    }

    void add(String nameAndOptions) {
        type("totp add %s\\r%s\\r".formatted(nameAndOptions, SEED));
    }

    static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static String green(String text) {
        return "\\e[92m%s\\r\\n\\e[0m".formatted(text);
    }

    static String red(String text) {
        return "\\e[91m%s\\r\\n\\e[0m".formatted(text);
    }

    static String cyan(String text) {
        return "\\e[96m%s\\r\\n\\e[0m".formatted(text);
    }

    static String yellow(String text) {
        return "\\e[93m%s\\r\\n\\e[0m".formatted(text);
    }

    static final String INVALID =
            "\\e[91mInvalid command arguments. use \"help\" command to get list of available commands\\e[0m";

    @AfterEach
    void remove() {
        flipper.close();
    }
}
