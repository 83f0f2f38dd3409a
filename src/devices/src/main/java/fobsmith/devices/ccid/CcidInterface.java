package fobsmith.devices.ccid;

import fobsmith.devices.DeviceException;
import fobsmith.devices.usb.UsbDescriptors;
import fobsmith.devices.usb.UsbInterface;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The smart-card reader among a device's interfaces, and what its class descriptor says: CCID 1.10 section 5.1.
 *
 * @param number of the interface
 * @param packetSize wMaxPacketSize of the endpoint towards the host
 * @param longestMessage dwMaxCCIDMessageLength, header included
 */
record CcidInterface(int number, int bulkOut, int bulkIn, int packetSize, int features, int longestMessage) {
    private static final int SMART_CARD = 0x0b;
    private static final int BULK_PROTOCOL = 0;
    private static final int BULK = 2;
    private static final int CLASS_DESCRIPTOR = 0x21;
    private static final int CLASS_DESCRIPTOR_LENGTH = 54;
    private static final int AUTOMATIC_VOLTAGE = 0x0000_0008;
    private static final int SHORT_APDU = 0x0002_0000;
    private static final int EXTENDED_APDU = 0x0004_0000;
    /** Section 5.1: the longest APDU there is, and the header. */
    private static final int LONGEST = 65_544 + CcidMessage.HEADER;

    /**
     * Finds the reader.
     *
     * @throws DeviceException.Unsupported where there is none, or none that takes whole APDUs
     * @throws DeviceException.Malformed where its descriptors contradict the standard
     */
    static CcidInterface of(UsbDescriptors descriptors) {
        return descriptors.interfaces().stream()
                .filter(found -> found.usbClass() == SMART_CARD && found.protocol() == BULK_PROTOCOL)
                .findFirst()
                .map(CcidInterface::of)
                .orElseThrow(() -> new DeviceException.Unsupported("the device has no smart-card reader"));
    }

    private static CcidInterface of(UsbInterface reader) {
        var in = bulk(reader, true);
        var descriptor = classDescriptor(reader);
        int features = descriptor.getInt(40);
        int longest = descriptor.getInt(44);
        if ((features & (SHORT_APDU | EXTENDED_APDU)) == 0) {
            throw new DeviceException.Unsupported("the reader does not take whole APDUs");
        }
        if (longest <= CcidMessage.HEADER || longest > LONGEST || in.packetSize() == 0) {
            throw new DeviceException.Malformed("the reader claims messages of %s bytes in packets of %d"
                    .formatted(Integer.toUnsignedString(longest), in.packetSize()));
        }
        return new CcidInterface(
                reader.number(), bulk(reader, false).address(), in.address(), in.packetSize(), features, longest);
    }

    private static UsbInterface.Endpoint bulk(UsbInterface reader, boolean towardsHost) {
        return reader.endpoints().stream()
                .filter(endpoint -> endpoint.transferType() == BULK && endpoint.towardsHost() == towardsHost)
                .findFirst()
                .orElseThrow(() -> new DeviceException.Malformed("the reader lacks a bulk endpoint"));
    }

    private static ByteBuffer classDescriptor(UsbInterface reader) {
        Optional<byte[]> found = reader.functional().stream()
                .filter(bytes -> bytes.length >= CLASS_DESCRIPTOR_LENGTH && bytes[1] == CLASS_DESCRIPTOR)
                .findFirst();
        return found.map(bytes -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN))
                .orElseThrow(() -> new DeviceException.Malformed("the reader lacks its class descriptor"));
    }

    /** How many bytes of an APDU go into one message. */
    int room() {
        return longestMessage - CcidMessage.HEADER;
    }

    boolean choosesVoltage() {
        return (features & AUTOMATIC_VOLTAGE) != 0;
    }

    /** Whether an APDU may go over several messages. */
    boolean chains() {
        return (features & EXTENDED_APDU) != 0;
    }
}
