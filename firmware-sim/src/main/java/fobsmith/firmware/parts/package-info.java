/**
 * What any simulated token is made of: a clock that drifts, a chip that computes codes, a display, and the faults that befall
 * them. Shares no code with the rest of fobsmith, so that both cannot be wrong in the same way.
 */
@NullMarked
package fobsmith.firmware.parts;

import org.jspecify.annotations.NullMarked;
