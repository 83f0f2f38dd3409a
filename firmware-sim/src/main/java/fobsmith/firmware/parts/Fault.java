package fobsmith.firmware.parts;

/**
 * What goes wrong with real tokens. Clearing a fault ends its cause and not its damage: a clock that stood still or was reset
 * stays wrong until its time is set.
 */
public enum Fault {
    /** The crystal stands still: the same code for ever. */
    STOPPED_CLOCK,
    /** The token restarted and counts from 2000-01-01T00:00:00Z; setting the time mends it. */
    RESET_TO_2000,
    /** The upper right segment of every digit stays dark, so that 8 is read as 6 and 9 as 5. */
    DARK_LCD_SEGMENT,
    /** The display is blank and the clock stands still. */
    DEAD_BATTERY
}
