package fobsmith.devices.links;

import fobsmith.firmware.usb.UsbFunction;

/**
 * The links over which tests reach simulated devices. A contract that has to hold over all of them is an abstract class with
 * the tests and {@code abstract Links link()}, and a class for each link that says which it is; the one for {@link #LIBUSB}
 * bears {@link Umockdev}.
 *
 * <pre>{@code
 * try (var plugged = link().plug(twin)) {
 *     var session = driver.open(plugged.port());
 *     plugged.unplug();
 *     // from here on everything is DeviceException.LinkLost
 * }
 * }</pre>
 *
 * <p>Plugging in resets the device or leaves that to its opening, so that one whose power was cut can be plugged in again. A
 * device that throws {@link fobsmith.firmware.usb.PowerLost} is unplugged by that, over every link.
 */
public enum Links {
    /** No wire at all: method calls. A device that has no data is waited for until it says that it has. */
    IN_PROCESS {
        @Override
        public PluggedIn plug(UsbFunction device) {
            return new InProcessLink(device);
        }
    },
    /** Our USB/IP client, the simulator's server on a free port of loopback. */
    USB_IP {
        @Override
        public PluggedIn plug(UsbFunction device) {
            return new UsbIpLink(device);
        }
    },
    /** usb4java and libusb under umockdev's preload; only in tests that bear {@link Umockdev}. */
    LIBUSB {
        @Override
        public PluggedIn plug(UsbFunction device) {
            return new LibusbLink(device);
        }
    };

    /** Plugs a device in; the caller closes it. */
    public abstract PluggedIn plug(UsbFunction device);
}
