/** Tests of the whole: layering, habits, sources, and what a user sees. */
@NullMarked
package fobsmith.checks;

import org.jspecify.annotations.NullMarked;
