/** Lost: a device is reported lost and taken from its person at once; a temporary one bridges the days. */
@NullMarked
package fobsmith.desk.lost;

import org.jspecify.annotations.NullMarked;
