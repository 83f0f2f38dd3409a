package fobsmith.firmware.usb;

/** bError of a message that failed: CCID 1.10 section 6.2.6. Small values point at the offending byte of the message. */
enum SlotError {
    COMMAND_NOT_SUPPORTED(0x00),
    BAD_LENGTH(0x01),
    BAD_SLOT(0x05),
    BAD_FIRST_PARAMETER(0x07),
    BAD_LEVEL(0x08),
    /** CMD_SLOT_BUSY. */
    BUSY(0xe0),
    HARDWARE_ERROR(0xfb),
    OVERRUN(0xfc),
    ICC_MUTE(0xfe),
    ABORTED(0xff);

    private final int value;

    SlotError(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }
}
