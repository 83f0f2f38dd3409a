/**
 * Driver for the Authenticator application of the Flipper Zero, after akopachov/flipper-zero_authenticator v5.190 (totp/cli)
 * and flipperdevices/flipperzero-firmware (applications/services/cli).
 */
@NullMarked
package fobsmith.devices.flipper;

import org.jspecify.annotations.NullMarked;
