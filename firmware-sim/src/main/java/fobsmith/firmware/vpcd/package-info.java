/**
 * Simulated cards in the virtual reader of vsmartcard, so that whatever speaks PC/SC meets them through a real pcscd. The
 * protocol is that of frankmorgner/vsmartcard, virtualsmartcard/src/vpcd/vpcd.h: the card calls the reader.
 */
@NullMarked
package fobsmith.firmware.vpcd;

import org.jspecify.annotations.NullMarked;
