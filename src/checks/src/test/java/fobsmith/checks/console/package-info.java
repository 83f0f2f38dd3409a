/** The command line as a user sees it, above all when something is wrong. */
@NullMarked
package fobsmith.checks.console;

import org.jspecify.annotations.NullMarked;
