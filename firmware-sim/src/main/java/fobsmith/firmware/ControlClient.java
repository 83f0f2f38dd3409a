package fobsmith.firmware;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.fob.FobState;
import fobsmith.firmware.link.LinkFault;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.TokenSummary;
import fobsmith.firmware.token2.Molto2State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Steers a running simulator, in this process or another, over its control API. Thread-safe. Every method throws
 * {@link ControlException.Refused} with the simulator's sentence where it says no, and {@link ControlException.NotRunning}
 * where none answers.
 */
public final class ControlClient implements AutoCloseable {
    private final ControlCalls calls;

    private ControlClient(ControlCalls calls) {
        this.calls = calls;
    }

    /**
     * A client of the simulator whose control file this is.
     *
     * @throws ControlException.NotRunning where there is no such file
     */
    public static ControlClient open(Path controlFile) {
        return new ControlClient(new ControlCalls(controlFile, ControlFile.read(controlFile)));
    }

    /** What a person looking at the token would read. */
    public Display display(String serial) {
        return calls.call("GET", token(serial) + "/display", Display.class);
    }

    /** What the token has in common with every other. */
    public TokenSummary state(String serial) {
        return calls.call("GET", token(serial), TokenSummary.class);
    }

    /** Where the token is plugged in; empty where it is not. */
    public String place(String serial) {
        return Optional.ofNullable(calls.call("GET", token(serial), Place.class).bus())
                .orElse("");
    }

    /** Of a token's state what says where it is plugged in, whatever its model; fobs have no plug. */
    private record Place(@Nullable String bus) {}

    /** What there is to know of a Molto2. */
    public Molto2State molto2(String serial) {
        return calls.call("GET", token(serial), Molto2State.class);
    }

    /** All tokens, in the order of their serials. */
    public List<TokenSummary> states() {
        return List.of(calls.call("GET", "/tokens", TokenSummary[].class));
    }

    /** Adds a token; the caller wipes the seed. */
    public FobState add(FobDescription fob, byte[] seed) {
        var base32 = Base32.encode(seed);
        try {
            return calls.call("POST", "/tokens", description(fob, base32), FobState.class);
        } finally {
            Arrays.fill(base32, (byte) 0);
        }
    }

    private static Map<String, Object> description(FobDescription fob, byte[] base32) {
        return Map.of(
                "serial", fob.serial(),
                "seed", new String(base32, US_ASCII),
                "algorithm", fob.profile().algorithm(),
                "digits", fob.profile().digits(),
                "step", fob.profile().step(),
                "buttonSeconds", fob.lit().toSeconds(),
                "drift", fob.drift());
    }

    /** Takes the token away; the simulator wipes its seed. */
    public void remove(String serial) {
        calls.call("DELETE", token(serial));
    }

    /** Presses the token's button and looks at its display. */
    public Display press(String serial) {
        return calls.call("POST", token(serial) + "/press", Display.class);
    }

    /** What a person looking for this profile would read; the first is number 0. */
    public Display display(String serial, int profile) {
        return calls.call("GET", profile(serial, profile) + "/display", Display.class);
    }

    /** Presses the button of a profile and looks at the display. */
    public Display press(String serial, int profile) {
        return calls.call("POST", profile(serial, profile) + "/press", Display.class);
    }

    /** Presses the up arrow, which confirms what the token waits for. */
    public Molto2State pressUpArrow(String serial) {
        return calls.call("POST", token(serial) + "/up-arrow", Molto2State.class);
    }

    /** The token's clock shows this instant now. From 1970 to 9999. */
    public TokenSummary setTime(String serial, Instant time) {
        return calls.call("PUT", token(serial) + "/time", Map.of("time", time), TokenSummary.class);
    }

    /** Moves the token's clock by so much, to the millisecond; positive makes it fast. */
    public TokenSummary shift(String serial, Duration by) {
        var body = Map.of("shiftSeconds", by.toMillis() / 1000.0);
        return calls.call("PUT", token(serial) + "/time", body, TokenSummary.class);
    }

    /** The token's clock runs on from what it shows at this rate; positive is fast. */
    public TokenSummary setDrift(String serial, double ppm) {
        return calls.call("PUT", token(serial) + "/drift", Map.of("ppm", ppm), TokenSummary.class);
    }

    /** The token's clock runs on from what it shows, straying so. */
    public TokenSummary setDrift(String serial, Drift drift) {
        return calls.call("PUT", token(serial) + "/drift", drift, TokenSummary.class);
    }

    /** Switches a fault on. */
    public TokenSummary fault(String serial, Fault fault) {
        return calls.call("POST", token(serial) + "/faults", Map.of("fault", fault), TokenSummary.class);
    }

    /** Switches a fault off; what it did to the clock stays. */
    public TokenSummary mend(String serial, Fault fault) {
        return calls.call("DELETE", token(serial) + "/faults/" + fault, TokenSummary.class);
    }

    /** Lets the next exchanges on the token's link, so many of them, meet this fault, in place of any other. */
    public TokenSummary fault(String serial, LinkFault fault, int times) {
        return calls.call(
                "POST", token(serial) + "/faults", Map.of("fault", fault, "times", times), TokenSummary.class);
    }

    /** Lets every exchange on the token's link meet this fault, in place of any other, until it is mended. */
    public TokenSummary fault(String serial, LinkFault fault) {
        return calls.call("POST", token(serial) + "/faults", Map.of("fault", fault), TokenSummary.class);
    }

    /** Lets the next answers over the token's link, so many of them, come so late, to the millisecond. */
    public TokenSummary delay(String serial, Duration by, int times) {
        var body = Map.of("fault", LinkFault.DELAY, "millis", by.toMillis(), "times", times);
        return calls.call("POST", token(serial) + "/faults", body, TokenSummary.class);
    }

    /** Switches a fault of the link off; nothing happens where it is not on. */
    public TokenSummary mend(String serial, LinkFault fault) {
        return calls.call("DELETE", token(serial) + "/faults/" + fault, TokenSummary.class);
    }

    /** What is wrong with the token and its link now. */
    public ActiveFaults faults(String serial) {
        return calls.call("GET", token(serial) + "/faults", ActiveFaults.class);
    }

    /** Plugs the token in. */
    public void plug(String serial) {
        calls.call("POST", token(serial) + "/plug");
    }

    /** Pulls the token out. */
    public void unplug(String serial) {
        calls.call("POST", token(serial) + "/unplug");
    }

    private static String profile(String serial, int profile) {
        return "%s/profiles/%d".formatted(token(serial), profile);
    }

    private static String token(String serial) {
        return "/tokens/" + ControlCalls.encoded(serial);
    }

    @Override
    public void close() {
        calls.close();
    }
}
