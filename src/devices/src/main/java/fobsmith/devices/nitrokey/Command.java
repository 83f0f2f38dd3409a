package fobsmith.devices.nitrokey;

/** What a Nitrokey Pro can be told, by the firmware's own names. */
enum Command {
    GET_STATUS(0x00),
    WRITE_TO_SLOT(0x01),
    READ_SLOT(0x03),
    GET_CODE(0x04),
    ERASE_SLOT(0x06),
    FIRST_AUTHENTICATE(0x07),
    GET_PASSWORD_RETRY_COUNT(0x09),
    SET_TIME(0x0b),
    USER_AUTHENTICATE(0x0e),
    GET_USER_PASSWORD_RETRY_COUNT(0x0f),
    CHANGE_ADMIN_PIN(0x15),
    SEND_OTP_DATA(0x17);

    private final int id;

    Command(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    /** As shown: {@code WRITE TO SLOT}. */
    @Override
    public String toString() {
        return name().replace('_', ' ');
    }
}
