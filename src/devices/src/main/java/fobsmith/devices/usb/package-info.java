/** USB devices: through libusb, or over USB/IP. */
@NullMarked
package fobsmith.devices.usb;

import org.jspecify.annotations.NullMarked;
