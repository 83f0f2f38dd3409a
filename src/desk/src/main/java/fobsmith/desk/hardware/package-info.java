/** Onboard, hardware: a token, fresh from the box or from stock, becomes a person's device, and he signs for it. */
@NullMarked
package fobsmith.desk.hardware;

import org.jspecify.annotations.NullMarked;
