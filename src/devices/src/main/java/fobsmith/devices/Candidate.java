package fobsmith.devices;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something plugged in that a driver recognises. */
public sealed interface Candidate {
    /** Which link and where, as of {@link fobsmith.devices.usb.UsbPort#place}. */
    String place();

    String manufacturer();

    String model();

    /**
     * It told its serial number, and its time where it has a clock.
     *
     * @param clockOffset how far its clock is ahead of ours, to the second; negative where it is behind; null where it has none
     */
    record Usable(
            String place,
            String manufacturer,
            String model,
            String serial,
            @Nullable Duration clockOffset) implements Candidate {}

    /**
     * It could not be opened or read.
     *
     * @param reason one sentence
     * @param advice half a sentence for a hint; may be empty
     */
    record Unusable(String place, String manufacturer, String model, String reason, String advice)
            implements Candidate {}
}
