/** {@code fobsmith demo}: from a vendor's seed file to a signed-in session, in a temporary folder. */
@NullMarked
package fobsmith.cli.demo;

import org.jspecify.annotations.NullMarked;
