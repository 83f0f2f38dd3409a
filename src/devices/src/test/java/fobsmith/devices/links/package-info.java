/**
 * Every link to a token, as a test sees it: one place to plug a simulated device in. One of them is usb4java with its own
 * libusb, for which umockdev's preload library takes the kernel's place.
 */
@NullMarked
package fobsmith.devices.links;

import org.jspecify.annotations.NullMarked;
