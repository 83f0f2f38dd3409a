package fobsmith.firmware.ykoath;

/** In what the tokens of this family differ from the YubiKey. {@link Model} says who has which unless switched. */
public enum Quirk {
    /** SELECT does not lock a token that was unlocked, nor does a new access key: only the loss of power does. */
    VALIDATED_SURVIVES_SELECT,
    /** PUT refuses a name that is there, with 6985; else it replaces the credential silently. */
    DUPLICATE_REFUSED,
    /** A name that is there already is refused with 6983 where it is refused. */
    DUPLICATE_IS_6983,
    /** A credential that is not there is answered with 6A82; else with 6984. */
    MISSING_IS_6A82,
    /** DELETE of a credential that is not there is answered with 9000. */
    DELETING_NOTHING_SUCCEEDS,
    /** A locked token refuses with 6985; else with 6982. */
    LOCKED_IS_6985,
    /** PUT takes credentials of four and five digits too; else of six to eight. */
    FOUR_DIGITS_SUFFICE,
    /** A TOTP challenge without a byte is refused with 6A80; else it is a message like any other. */
    EMPTY_CHALLENGE_REFUSED,
    /** A TOTP challenge is filled up to eight bytes with zeros in front, and a longer one refused; else it is taken as it is. */
    CHALLENGE_FILLED_IN_FRONT,
    /** PUT takes the property also with a length byte, {@code 78 01 pp}; else only as {@code 78 pp}. */
    PROPERTY_ALSO_WITH_LENGTH,
    /** A wrong access key is answered with 6984; else with 6A80. */
    WRONG_PASSWORD_IS_6984,
    /** Wrong parameters are answered with 6B00; else with 6A86. */
    WRONG_PARAMETERS_ARE_6B00,
    /** RESET is no instruction of the applet. */
    NO_RESET,
    /** An answer is cut where Le says; else after 255 bytes, whatever Le says. */
    CHUNKS_BY_LE,
    /** GET RESPONSE (C0) fetches the rest of an answer too. Hides a host that does not send A5. */
    GET_RESPONSE_C0,
    /** The SELECT answer tells the serial number, in tag 8F. */
    SERIAL_IN_SELECT,
    /** There are no access keys, SET CODE nor VALIDATE, but a PIN that locks nothing of what is simulated. */
    PIN_INSTEAD_OF_ACCESS_KEY,
    /** SHA-512 is refused with 6A80. */
    NO_SHA512,
    /** Commands cannot come in pieces: 6884. */
    NO_COMMAND_CHAINING,
    /** CALCULATE ALL is refused with 6985. */
    NO_CALCULATE_ALL,
    /** RENAME has the instruction B7, and waits for a touch; else it has 05. */
    RENAME_IS_B7,
    /** The property for a touch is taken, and codes are told without one. */
    TOUCH_IS_IGNORED,
    /** CALCULATE ALL tells of credentials that count no digits, {@code 77 00}. */
    COUNTERS_WITHOUT_DIGITS,
    /** PUT, DELETE and RESET wait for a touch. */
    TOUCH_TO_CHANGE,
    /** Selecting the management applet is answered with 6A82. */
    NO_MANAGEMENT,
    /** There is Yubico's OTP applet, which tells the serial number of older keys. */
    SERIAL_BY_OTP_APPLET,
    /** There is CanoKey's admin applet, which tells serial number and firmware. */
    ADMIN_APPLET,
    /** There is SoloKeys' admin applet, which tells the UUID and the firmware. */
    SOLO_ADMIN_APPLET,
    /** A USB/IP server lists vendor and product with their bytes swapped; the device's own descriptor has them right. */
    USBIP_IDS_SWAPPED
}
