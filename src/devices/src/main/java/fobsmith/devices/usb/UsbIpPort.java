package fobsmith.devices.usb;

import fobsmith.devices.DeviceException;
import java.util.Optional;

/**
 * A device as a USB/IP server listed it. Some servers list ids with their bytes swapped (a020:d442 for 20a0:42d4), so what
 * the device says of itself counts, once it is open.
 *
 * @param id as of {@link UsbIpRecord}; Linux and the simulator give a device another one each time it is plugged in
 * @param guessed whether the ids are the list's with their bytes swapped
 */
record UsbIpPort(UsbIpBus bus, String busId, int id, int vendor, int product, boolean guessed) implements UsbPort {
    @Override
    public String place() {
        return "usbip %s/%s".formatted(bus.server(), busId);
    }

    @Override
    public boolean isSure() {
        return !guessed;
    }

    @Override
    public Optional<UsbPort> swapped() {
        return guessed
                ? Optional.empty()
                : Optional.of(new UsbIpPort(bus, busId, id, bytesSwapped(vendor), bytesSwapped(product), true));
    }

    private static int bytesSwapped(int id) {
        return Short.toUnsignedInt(Short.reverseBytes((short) id));
    }

    @Override
    public String occupant() {
        return String.valueOf(id);
    }

    @Override
    public UsbDevice open() {
        var device = bus.open(this);
        try {
            requireIds(device.descriptors());
            return device;
        } catch (RuntimeException e) {
            device.close();
            throw e;
        }
    }

    private void requireIds(UsbDescriptors own) {
        if (own.vendor() != vendor || own.product() != product) {
            throw new DeviceException.Unsupported("%s was taken for %04x:%04x and calls itself %04x:%04x"
                    .formatted(place(), vendor, product, own.vendor(), own.product()));
        }
    }
}
