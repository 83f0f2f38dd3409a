/**
 * A simulated Nitrokey Pro 2 and its sister, the Librem Key, written from the vendor's published sources
 * (Nitrokey/nitrokey-pro-firmware, Nitrokey/libnitrokey) and from nothing a driver of ours does. What is assumed beyond them
 * is listed in {@code docs/tokens.md}.
 */
@NullMarked
package fobsmith.firmware.nitrokey;

import org.jspecify.annotations.NullMarked;
