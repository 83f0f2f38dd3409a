package fobsmith.devices.usb;

/** What came of an order to a USB/IP server. */
final class UsbIpAnswer {
    private final int status;
    private final int length;
    private final byte[] data;

    UsbIpAnswer(int status, int length, byte[] data) {
        this.status = status;
        this.length = length;
        this.data = data;
    }

    /** 0, or minus a Linux error number. */
    int status() {
        return status;
    }

    /** How many bytes were moved. */
    int length() {
        return length;
    }

    /** Those that came back, for a transfer towards the host. */
    byte[] data() {
        return data;
    }
}
