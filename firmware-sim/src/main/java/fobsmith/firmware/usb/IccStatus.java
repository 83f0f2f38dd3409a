package fobsmith.firmware.usb;

/** bmICCStatus: CCID 1.10 section 6.2.6. */
enum IccStatus {
    ACTIVE(0),
    INACTIVE(1),
    ABSENT(2);

    private final int value;

    IccStatus(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }
}
