package fobsmith.devices.nitrokey;

/**
 * What GET STATUS tells of the token.
 *
 * @param cardSerial of the smart card inside; 0 and -1 where it does not tell
 * @param codesAreProtected whether codes are told only to who has entered the user PIN
 */
record TokenStatus(int major, int minor, int cardSerial, boolean codesAreProtected) {
    private static final int MINOR_AT = 0;
    private static final int MAJOR_AT = 1;
    private static final int CARD_SERIAL_AT = 2;

    /** Byte 3 of the token's general configuration, which stands behind the serial number; 1 is on, erased memory is off. */
    private static final int USER_PIN_PROTECTION_AT = 9;

    private static final int ON = 1;

    static TokenStatus read(ReportPipe pipe) {
        return pipe.ask(
                Request.of(Command.GET_STATUS),
                status -> new TokenStatus(
                        status.unsigned(MAJOR_AT),
                        status.unsigned(MINOR_AT),
                        status.int32(CARD_SERIAL_AT),
                        status.unsigned(USER_PIN_PROTECTION_AT) == ON));
    }
}
