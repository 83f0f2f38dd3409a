package fobsmith.firmware.nitrokey;

import fobsmith.firmware.usb.ReaderIdentity;

/** What the same firmware is sold as. */
public enum NitrokeyModel {
    PRO(0x20a0, 0x4108, "Nitrokey", "Nitrokey Pro"),
    /** Its texts are assumed. */
    LIBREM_KEY(0x316d, 0x4c4b, "Purism, SPC", "Librem Key");

    private static final int RELEASE = 0x0101;

    private final int vendor;
    private final int product;
    private final String manufacturer;
    private final String title;

    NitrokeyModel(int vendor, int product, String manufacturer, String title) {
        this.vendor = vendor;
        this.product = product;
        this.manufacturer = manufacturer;
        this.title = title;
    }

    /** What it calls itself. */
    public String title() {
        return title;
    }

    /** What it says of itself over USB: its serial in 24 digits of upper case. */
    ReaderIdentity identity(int serial) {
        return new ReaderIdentity(vendor, product, RELEASE, manufacturer, title, "%024X".formatted(serial));
    }
}
