package fobsmith.firmware.usb;

/** In what portions a reader takes APDUs, as its dwFeatures say: CCID 1.10 section 5.1. */
public enum ExchangeLevel {
    /** One short APDU in one message. */
    SHORT_APDU(0x0002_0000),
    /** Short and extended APDUs, over several messages where one is too short. */
    EXTENDED_APDU(0x0004_0000);

    /** Voltage, clock, baud rate, protocol and its parameters are the reader's own affair; power is not. */
    private static final int AUTOMATIC = 0x0000_00fa;

    private final int level;

    ExchangeLevel(int level) {
        this.level = level;
    }

    int features() {
        return level | AUTOMATIC;
    }
}
