package fobsmith.devices;

/** A place where a token may be reached; each link has its own kind. */
public interface Port {
    /** Which link and where, as shown: {@code usb 1-4}, {@code usbip 127.0.0.1:3240/1-1}, {@code serial /dev/ttyACM0}. */
    String place();

    /**
     * What tells the token that is plugged in here from the next one in the same place, as far as the link shows that without
     * opening it; empty where it does not. Not shown to anybody.
     */
    default String occupant() {
        return "";
    }

    /** Whether anything is plugged in, as far as that shows without opening it. A port that nobody has named is listed only then. */
    default boolean isOccupied() {
        return true;
    }

    /**
     * Whether what is there is what it is listed as. Where a list may err, opening shows it: what is {@link
     * DeviceException.Unsupported} then was something else.
     */
    default boolean isSure() {
        return true;
    }
}
