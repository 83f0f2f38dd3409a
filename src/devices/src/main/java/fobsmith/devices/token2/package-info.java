/** Drivers for Token2's programmable display tokens. */
@NullMarked
package fobsmith.devices.token2;

import org.jspecify.annotations.NullMarked;
