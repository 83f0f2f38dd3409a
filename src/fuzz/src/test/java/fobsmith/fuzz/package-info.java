/**
 * Fuzz targets: whatever bytes come, what reads them ends in a result or in one of its own errors. Each class has Jazzer's
 * {@code fuzzerTestOneInput}; scripts/fuzz runs them.
 */
@NullMarked
package fobsmith.fuzz;

import org.jspecify.annotations.NullMarked;
