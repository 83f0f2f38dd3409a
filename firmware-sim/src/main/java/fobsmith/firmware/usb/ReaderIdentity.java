package fobsmith.firmware.usb;

import java.util.List;

/**
 * What a simulated device says it is: USB 2.0 section 9.6.1. A text that is empty is one that the device does not have.
 *
 * @param vendor idVendor
 * @param product idProduct
 * @param release bcdDevice
 * @param success bError in a smart card reader's answers that tell no error: 0, as CCID 1.10 section 6.2.6 has it, but not
 *     with every vendor
 */
public record ReaderIdentity(
        int vendor, int product, int release, String manufacturer, String name, String serial, int success) {
    /** As many characters as a descriptor of 255 bytes holds. */
    private static final int LONGEST_TEXT = 126;

    public ReaderIdentity {
        requireSixteenBits("vendor", vendor);
        requireSixteenBits("product", product);
        requireSixteenBits("release", release);
        List.of(manufacturer, name, serial).forEach(ReaderIdentity::requireShort);
    }

    public ReaderIdentity(int vendor, int product, int release, String manufacturer, String name, String serial) {
        this(vendor, product, release, manufacturer, name, serial, 0);
    }

    private static void requireSixteenBits(String what, int value) {
        if (value < 0 || value > 0xffff) {
            throw new IllegalArgumentException("%s %x of a USB device is not of 16 bits".formatted(what, value));
        }
    }

    private static void requireShort(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "a USB text of %d characters is longer than %d characters".formatted(text.length(), LONGEST_TEXT));
        }
    }
}
