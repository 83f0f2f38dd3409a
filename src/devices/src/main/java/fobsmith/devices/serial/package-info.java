/** Serial ports: those of this machine through jSerialComm, and those of a simulator over TCP. */
@NullMarked
package fobsmith.devices.serial;

import org.jspecify.annotations.NullMarked;
