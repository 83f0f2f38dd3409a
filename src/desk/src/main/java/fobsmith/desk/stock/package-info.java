/** Stock: every fob there is, and everything about one. */
@NullMarked
package fobsmith.desk.stock;

import org.jspecify.annotations.NullMarked;
