/**
 * The Flipper Zero with its Authenticator application: a console on a serial port, a clock, a display. Written from the source
 * of akopachov/flipper-zero_authenticator and flipperdevices/flipperzero-firmware as far as they say what goes over the wire;
 * what they leave open is said to be assumed. Shares no code with the rest of fobsmith, so that both cannot be wrong in the
 * same way.
 */
@NullMarked
package fobsmith.firmware.flipper;

import org.jspecify.annotations.NullMarked;
