package fobsmith.devices.usb;

import fobsmith.devices.DeviceException;
import java.util.ArrayList;
import java.util.List;

/**
 * One interface of a USB device: USB 2.0 section 9.6.5.
 *
 * @param functional class-specific descriptors, raw, such as CCID's
 */
public record UsbInterface(
        int number, int usbClass, int subclass, int protocol, List<Endpoint> endpoints, List<byte[]> functional) {

    /**
     * One endpoint: USB 2.0 section 9.6.6.
     *
     * @param address bit 7: towards the host
     * @param transferType 1 isochronous, 2 bulk, 3 interrupt
     */
    public record Endpoint(int address, int transferType, int packetSize) {
        public boolean towardsHost() {
            return (address & 0x80) != 0;
        }
    }

    public UsbInterface {
        endpoints = List.copyOf(endpoints);
        functional = List.copyOf(functional);
    }

    static UsbInterface of(byte[] descriptor) {
        requireLength(descriptor, 9, "an interface");
        return new UsbInterface(
                descriptor[2] & 0xff,
                descriptor[5] & 0xff,
                descriptor[6] & 0xff,
                descriptor[7] & 0xff,
                List.of(),
                List.of());
    }

    UsbInterface withEndpoint(byte[] descriptor) {
        requireLength(descriptor, 7, "an endpoint");
        var more = new ArrayList<>(endpoints);
        more.add(new Endpoint(
                descriptor[2] & 0xff, descriptor[3] & 0x03, UsbDescriptors.littleEndian(descriptor, 4) & 0x7ff));
        return new UsbInterface(number, usbClass, subclass, protocol, more, functional);
    }

    UsbInterface withFunctional(byte[] descriptor) {
        var more = new ArrayList<>(functional);
        more.add(descriptor);
        return new UsbInterface(number, usbClass, subclass, protocol, endpoints, more);
    }

    private static void requireLength(byte[] descriptor, int least, String what) {
        if (descriptor.length < least) {
            throw new DeviceException.Malformed(
                    "%s descriptor of %d bytes is cut off".formatted(what, descriptor.length));
        }
    }
}
