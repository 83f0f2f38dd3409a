package fobsmith.devices;

import java.time.Duration;

/** Something plugged in that a driver recognises. */
public sealed interface Candidate {
    /** Which link and where, as of {@link fobsmith.devices.usb.UsbPort#place}. */
    String place();

    String manufacturer();

    String model();

    /**
     * It told its serial number and its clock.
     *
     * @param clockOffset how far its clock is ahead of ours, to the second; negative where it is behind
     */
    record Usable(String place, String manufacturer, String model, String serial, Duration clockOffset)
            implements Candidate {}

    /**
     * It could not be opened or read.
     *
     * @param reason one sentence
     * @param advice half a sentence for a hint; may be empty
     */
    record Unusable(String place, String manufacturer, String model, String reason, String advice)
            implements Candidate {}
}
