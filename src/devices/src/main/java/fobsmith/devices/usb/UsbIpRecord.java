package fobsmith.devices.usb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.devices.DeviceException;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * How a USB/IP server describes one device, in 312 bytes: struct usbip_usb_device of the Linux kernel's USB/IP protocol.
 *
 * @param vendor as the server says, which need not be what the device itself says; so product
 * @param id number of the bus and number of the device on it, as the transfers name it
 */
record UsbIpRecord(String busId, int id, int vendor, int product, int interfaces) {
    private static final int PATH = 256;
    private static final int BUS_ID = 32;

    static UsbIpRecord read(DataInputStream in) throws IOException {
        in.skipNBytes(PATH);
        var busId = busId(in.readNBytes(BUS_ID));
        int id = (in.readInt() << 16) | (in.readInt() & 0xffff);
        in.skipNBytes(4); // speed
        int vendor = in.readUnsignedShort();
        int product = in.readUnsignedShort();
        in.skipNBytes(7); // release, class, subclass, protocol, bConfigurationValue, bNumConfigurations
        return new UsbIpRecord(busId, id, vendor, product, in.readUnsignedByte());
    }

    /** It is shown and sent back, so nothing but visible ASCII may stand in it. */
    private static String busId(byte[] field) {
        var text = new String(field, US_ASCII);
        int end = text.indexOf(0);
        if (end < 1 || !text.substring(0, end).chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new DeviceException.Malformed("the USB/IP server names a device in bytes that are no bus id");
        }
        return text.substring(0, end);
    }
}
