/** What our own code costs, beside the same work without it. */
@NullMarked
package fobsmith.bench;

import org.jspecify.annotations.NullMarked;
