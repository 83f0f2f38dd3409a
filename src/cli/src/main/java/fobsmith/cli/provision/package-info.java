/** Tokens on a cable at the command line: scan, provision. */
@NullMarked
package fobsmith.cli.provision;

import org.jspecify.annotations.NullMarked;
