package fobsmith.devices.ccid;

/** What bError says of a message that failed: CCID 1.10 section 6.2.6. */
final class CcidError {
    static final int ICC_MUTE = 0xfe;
    /** The index of bPowerSelect in its message. */
    static final int BAD_VOLTAGE = 0x07;

    private CcidError() {}

    static String text(int error) {
        return switch (error) {
            case 0xff -> "the command was aborted";
            case ICC_MUTE -> "the card is mute";
            case 0xfd -> "parity error between reader and card";
            case 0xfc -> "the card sent more than fits";
            case 0xfb -> "hardware error";
            case 0xf8 -> "the card's answer to reset begins wrongly";
            case 0xf7 -> "the card's answer to reset has a wrong checksum";
            case 0xf6 -> "the card's protocol is not supported";
            case 0xf5 -> "the card's class is not supported";
            case 0xf4 -> "the card's procedure byte is wrong";
            case 0xf3 -> "the protocol is not active";
            case 0xf2 -> "busy with a sequence of its own";
            case 0xf0 -> "no pin was entered in time";
            case 0xef -> "the entry of the pin was cancelled";
            case 0xe0 -> "the slot is busy";
            case 0x00 -> "the command is not supported";
            default -> other(error);
        };
    }

    private static String other(int error) {
        return error < 0x80
                ? "byte %d of the command is not supported".formatted(error)
                : "error %02x of the maker's own".formatted(error);
    }
}
