/**
 * The display-only fob: a seed, a clock of its own and a display, with no wire by which anything could read or set it. Each
 * fob draws its clock's character from the drift model of {@code docs/tokens.md} and can be given the faults real ones have.
 * Shares no code with the rest of fobsmith, so that both cannot be wrong in the same way.
 */
@NullMarked
package fobsmith.firmware.fob;

import org.jspecify.annotations.NullMarked;
