package fobsmith.firmware.nitrokey;

/** last_cmd_status of an answer. */
enum CommandStatus {
    OK(0),
    WRONG_CRC(1),
    WRONG_SLOT(2),
    SLOT_NOT_PROGRAMMED(3),
    WRONG_PASSWORD(4),
    NOT_AUTHORIZED(5),
    TIMESTAMP_WARNING(6),
    NO_NAME(7),
    NOT_SUPPORTED(8),
    UNKNOWN_COMMAND(9),
    AES_DECRYPTION_FAILED(10),
    AES_CREATION_FAILED(11),
    USER_PIN_NOT_CHANGED(12),
    ADMIN_PIN_NOT_CHANGED(13),
    PIN_NOT_UNBLOCKED(14);

    private final int value;

    CommandStatus(int value) {
        this.value = value;
    }

    byte value() {
        return (byte) value;
    }
}
