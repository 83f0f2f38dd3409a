/** {@code fobsmith provision}: a token on a cable is given its seed. */
@NullMarked
package fobsmith.cli.provision;

import org.jspecify.annotations.NullMarked;
