/**
 * Drivers for the Nitrokey Pro and what has its firmware, after Nitrokey/nitrokey-pro-firmware (report_protocol.h,
 * report_protocol.c) and Nitrokey/libnitrokey (stick10_commands_0.8.h).
 */
@NullMarked
package fobsmith.devices.nitrokey;

import org.jspecify.annotations.NullMarked;
