/** Ports on which the console of a simulated token is reached without USB: a pseudo-terminal, and TCP on loopback. */
@NullMarked
package fobsmith.firmware.serial;

import org.jspecify.annotations.NullMarked;
