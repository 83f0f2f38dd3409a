package fobsmith.devices.ccid;

import java.time.Duration;

/**
 * How patient we are with a reader.
 *
 * @param answer how long it may take to answer, and to take a message
 * @param extension what each unit of a time extension is worth: the standard's unit is the card's block waiting time, 1.6 s
 *     for most (ISO/IEC 7816-3 section 11.4.3), and some is added for the way
 * @param total how much time a reader may ask for in one exchange, all extensions together
 * @param parting how long it may take over an abort, or over the power off when it is let go
 */
public record CcidTiming(Duration answer, Duration extension, Duration total, Duration parting) {
    /** For people who wait. */
    public static final CcidTiming USUAL =
            new CcidTiming(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(1));
}
