/**
 * Tokens on a cable: the seam between a link (how bytes travel), a driver (which knows one model) and a session (one open
 * conversation). Shares no code with the simulated tokens.
 */
@NullMarked
package fobsmith.devices;

import org.jspecify.annotations.NullMarked;
