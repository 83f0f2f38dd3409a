/**
 * The flash memory of a simulated token, and a store on it that survives power loss at any moment. The memory behaves as
 * NOR flash does: erasing a page sets all of its bits, programming a word clears some, and power may fail between any two
 * words or in the middle of one.
 */
@NullMarked
package fobsmith.firmware.flash;

import org.jspecify.annotations.NullMarked;
