/** {@code fobsmith audit}: who did what, and whether the record of it is whole. */
@NullMarked
package fobsmith.cli.audit;

import org.jspecify.annotations.NullMarked;
