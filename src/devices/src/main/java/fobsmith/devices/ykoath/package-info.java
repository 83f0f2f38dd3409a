/**
 * Security keys that hold OATH credentials and compute codes on request: the YKOATH protocol as Yubico publishes it, with what
 * Canokeys, Nitrokey and SoloKeys do otherwise.
 */
@NullMarked
package fobsmith.devices.ykoath;

import org.jspecify.annotations.NullMarked;
