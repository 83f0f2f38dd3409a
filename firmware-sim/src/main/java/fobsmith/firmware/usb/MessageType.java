package fobsmith.firmware.usb;

/** bMessageType of what a host sends, and of what it is answered with: CCID 1.10 sections 6.1 and 6.2. */
enum MessageType {
    SET_PARAMETERS(0x61, 0x82),
    ICC_POWER_ON(0x62, 0x80),
    ICC_POWER_OFF(0x63, 0x81),
    GET_SLOT_STATUS(0x65, 0x81),
    SECURE(0x69, 0x80),
    T0_APDU(0x6a, 0x81),
    ESCAPE(0x6b, 0x83),
    GET_PARAMETERS(0x6c, 0x82),
    RESET_PARAMETERS(0x6d, 0x82),
    ICC_CLOCK(0x6e, 0x81),
    XFR_BLOCK(0x6f, 0x80),
    MECHANICAL(0x71, 0x81),
    ABORT(0x72, 0x81),
    SET_DATA_RATE_AND_CLOCK_FREQUENCY(0x73, 0x84),
    /** Whatever the standard does not know is answered by RDR_to_PC_SlotStatus. */
    UNKNOWN(-1, 0x81);

    private final int value;
    private final int answer;

    MessageType(int value, int answer) {
        this.value = value;
        this.answer = answer;
    }

    static MessageType of(int value) {
        for (var type : values()) {
            if (type.value == value) {
                return type;
            }
        }
        return UNKNOWN;
    }

    int answer() {
        return answer;
    }
}
