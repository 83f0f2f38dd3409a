package fobsmith.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.firmware.token2.Assumption;
import fobsmith.firmware.token2.Molto2;
import fobsmith.firmware.token2.Molto2Assumptions;
import fobsmith.firmware.token2.Molto2Description;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads one Molto2 as fleet files and the control API describe it: {@code "model":"molto2"}; optional {@code serial},
 * {@code customerKey} (ASCII text; the factory's), {@code profiles} (100), {@code drift} as {@link FobReader} says, {@code
 * image} as {@link Images} says, and what it does where the published protocol is
 * silent: {@code assumptions} (names of {@link Assumption}, true or false), {@code tries}, {@code confirmationSeconds},
 * {@code longestTitle}.
 */
final class Molto2Reader {
    private static final Set<String> FIELDS = Set.of(
            "model",
            "serial",
            "customerKey",
            "profiles",
            "drift",
            "randomSeed",
            "image",
            "assumptions",
            "tries",
            "confirmationSeconds",
            "longestTitle",
            "comment");

    private Molto2Reader() {}

    static Molto2 read(Json token, InstantSource realTime) {
        token.requireOnly(FIELDS);
        return made(token, description(token.text("serial"), token), realTime);
    }

    private static Molto2Description description(String serial, Json token) {
        return Molto2Description.of(serial)
                .withProfiles(token.whole("profiles", 100))
                .withDrift(FobReader.drift(serial, token))
                .withAssumptions(assumptions(token));
    }

    private static Molto2Assumptions assumptions(Json token) {
        var usual = Molto2Assumptions.USUAL;
        var read = usual.withTries(token.whole("tries", usual.tries()))
                .withConfirmation(Duration.ofSeconds(token.whole(
                        "confirmationSeconds", (int) usual.confirmation().toSeconds())))
                .withLongestTitle(token.whole("longestTitle", usual.longestTitle()));
        if (!token.has("assumptions")) {
            return read;
        }
        var switches = token.object("assumptions");
        for (var name : switches.fields()) {
            read = read.with(Json.constant("assumption", name, Assumption.class), switches.flag(name));
        }
        return read;
    }

    /** The key is looked at before the flash is opened, which only the token closes again. */
    private static Molto2 made(Json token, Molto2Description description, InstantSource realTime) {
        if (!token.has("customerKey")) {
            return Molto2.of(description, Images.flash(token), realTime, Challenges.source());
        }
        var key = customerKey(token);
        try {
            return Molto2.of(description, key, Images.flash(token), realTime, Challenges.source());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] customerKey(Json token) {
        var text = token.text("customerKey");
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("the customerKey is not plain ASCII text");
        }
        return text.getBytes(US_ASCII);
    }
}
