/** The USB side of simulated tokens, whatever port it is plugged into. */
@NullMarked
package fobsmith.firmware.usb;

import org.jspecify.annotations.NullMarked;
