/** Tokens on a cable at the command line: scan, provision. */
@NullMarked
package fobsmith.cli.bench;

import org.jspecify.annotations.NullMarked;
