/** Simulated USB devices on a port of TCP: USB/IP, version 1.1.1 of its protocol, the server's side. */
@NullMarked
package fobsmith.firmware.usbip;

import org.jspecify.annotations.NullMarked;
