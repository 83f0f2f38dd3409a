/** {@code fobsmith station}: write-only stations, and what goes between them and their registry. */
@NullMarked
package fobsmith.cli.station;

import org.jspecify.annotations.NullMarked;
