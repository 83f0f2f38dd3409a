/** Reports of HID devices: USB Device Class Definition for Human Interface Devices 1.11. */
@NullMarked
package fobsmith.devices.hid;

import org.jspecify.annotations.NullMarked;
