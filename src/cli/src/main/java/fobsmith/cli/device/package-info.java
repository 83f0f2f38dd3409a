/** {@code fobsmith device …}: MFA devices of users, from the console of a machine that holds the registry key. */
@NullMarked
package fobsmith.cli.device;

import org.jspecify.annotations.NullMarked;
