package fobsmith.firmware.ykoath;

/** The tags of the OATH applet. */
enum Tag {
    /** A credential's id; in the answer to SELECT, the token's salt. */
    NAME(0x71),
    LIST_ENTRY(0x72),
    /** Type and algorithm, digits, key; or algorithm and access key. */
    KEY(0x73),
    CHALLENGE(0x74),
    /** Digits and HMAC; or an HMAC that proves the access key. */
    FULL_RESPONSE(0x75),
    TRUNCATED_RESPONSE(0x76),
    HOTP_NOT_COMPUTED(0x77),
    /** One byte follows, without a length. */
    PROPERTY(0x78),
    VERSION(0x79),
    INITIAL_COUNTER(0x7A),
    ALGORITHM(0x7B),
    TOUCH_NOT_COMPUTED(0x7C),
    PASSWORD(0x80),
    NEW_PASSWORD(0x81),
    PIN_COUNTER(0x82),
    SERIAL(0x8F);

    private final int code;

    Tag(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
