/**
 * Simulated tokens of the YKOATH family, YubiKey 5 first, written from Yubico's published protocol and open applet
 * (Yubico/ykneo-oath, Yubico/yubikey-manager), canokeys/canokey-core and Nitrokey/trussed-secrets-app, and from nothing a
 * driver of ours does. In what the vendors differ stands in {@link fobsmith.firmware.ykoath.Quirk}; what is assumed is listed
 * in {@code docs/tokens.md}.
 */
@NullMarked
package fobsmith.firmware.ykoath;

import org.jspecify.annotations.NullMarked;
