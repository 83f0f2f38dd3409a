/** The command line: each command parses, calls one service and prints. Wiring stands in {@link fobsmith.cli.Main}. */
@NullMarked
package fobsmith.cli;

import org.jspecify.annotations.NullMarked;
