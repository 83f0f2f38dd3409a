/**
 * The mathematics of one-time passwords: RFC 4226 (HOTP) and RFC 6238 (TOTP), matching a typed code against a token whose
 * clock drifts, and the values of {@code otpauth} URIs. Needs nothing but the JDK; knows nothing of storage, people or wires.
 */
@NullMarked
package fobsmith.oath;

import org.jspecify.annotations.NullMarked;
