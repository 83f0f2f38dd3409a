/** {@code fobsmith sim …}: simulated tokens and their control API. */
@NullMarked
package fobsmith.cli.sim;

import org.jspecify.annotations.NullMarked;
