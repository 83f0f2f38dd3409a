package fobsmith.firmware.parts;

/**
 * What a token's display shows at one moment.
 *
 * @param display the code as read from the display; empty where it is blank
 * @param secondsLeft seconds, by the token's own clock, until the next code: 1 to the time step, 0 where the display is blank
 */
public record Display(String serial, String display, int secondsLeft) {
    /** Whether nothing is shown. */
    public boolean blank() {
        return display.isEmpty();
    }
}
