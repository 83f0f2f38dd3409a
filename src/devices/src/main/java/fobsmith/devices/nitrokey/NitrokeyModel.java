package fobsmith.devices.nitrokey;

/**
 * A product with the firmware of the Nitrokey Pro.
 *
 * @param prefix with which its serial number begins, since the number itself is shorter than IAM wants
 */
public record NitrokeyModel(String manufacturer, String model, int vendor, int product, String prefix) {
    /** The Pro and the Pro 2. */
    public static final NitrokeyModel PRO = new NitrokeyModel("Nitrokey", "Pro", 0x20a0, 0x4108, "NITROKEY");

    public static final NitrokeyModel LIBREM_KEY =
            new NitrokeyModel("Purism", "Librem Key", 0x316d, 0x4c4b, "LIBREMKEY");
}
