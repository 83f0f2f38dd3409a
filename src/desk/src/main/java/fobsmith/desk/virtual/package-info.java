/**
 * Onboarding with an authenticator app: a virtual device that is shown as a QR code and enabled with two codes; and a
 * temporary one, for the day a token was left at home.
 */
@NullMarked
package fobsmith.desk.virtual;

import org.jspecify.annotations.NullMarked;
