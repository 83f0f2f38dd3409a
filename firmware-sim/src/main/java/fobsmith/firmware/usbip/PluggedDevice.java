package fobsmith.firmware.usbip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.firmware.usb.UsbFunction;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * A device at a place of the simulated bus, and its record in answers: struct usbip_usb_device of Linux' usbip protocol.
 *
 * @param busId bus, a hyphen, port, further ports after full stops: {@code 1-4.2}
 * @param number of the device on its bus, new with every plugging in
 * @param ids as its record tells them
 * @param turn held by whoever has imported it
 */
record PluggedDevice(String busId, int number, UsbFunction function, ListedIds ids, Semaphore turn) {
    private static final Pattern BUS_ID = Pattern.compile("([1-9][0-9]{0,3})-[1-9][0-9]{0,2}(\\.[1-9][0-9]{0,2}){0,5}");
    private static final int PATH = 256;
    static final int BUS_ID_FIELD = 32;
    private static final int FULL_SPEED = 2;
    private static final int INTERFACE = 4;

    PluggedDevice {
        if (!BUS_ID.matcher(busId).matches()) {
            throw new IllegalArgumentException("bus id %s is not of the form 1-4 or 1-4.2".formatted(busId));
        }
    }

    private int bus() {
        return Integer.parseInt(busId.substring(0, busId.indexOf('-')));
    }

    /** What every request to an imported device bears. */
    int id() {
        return bus() << 16 | number;
    }

    byte[] description() {
        var device = ByteBuffer.wrap(function.deviceDescriptor()).order(ByteOrder.LITTLE_ENDIAN);
        var configuration = function.configurationDescriptor();
        return ByteBuffer.allocate(PATH + BUS_ID_FIELD + 24)
                .put(field("/sys/devices/fobsmith/usb%d/%s".formatted(bus(), busId), PATH))
                .put(field(busId, BUS_ID_FIELD))
                .putInt(bus())
                .putInt(number)
                .putInt(FULL_SPEED)
                .putShort(ids.of(device.getShort(8)))
                .putShort(ids.of(device.getShort(10)))
                .putShort(device.getShort(12))
                .put(device.slice(4, 3))
                .put(configuration[5])
                .put(device.get(17))
                .put(configuration[4])
                .array();
    }

    /** Class, subclass and protocol of each interface, as they follow the description in a list. */
    byte[] interfaces() {
        var configuration = function.configurationDescriptor();
        var found = new ByteArrayOutputStream();
        for (int at = 0; at < configuration.length; at += Byte.toUnsignedInt(configuration[at])) {
            if (configuration[at + 1] == INTERFACE && configuration[at + 3] == 0) {
                found.write(configuration, at + 5, 3);
                found.write(0);
            }
        }
        return found.toByteArray();
    }

    private static byte[] field(String text, int length) {
        return ByteBuffer.allocate(length).put(text.getBytes(US_ASCII)).array();
    }
}
