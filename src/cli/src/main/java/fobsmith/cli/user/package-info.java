/** The verbs of {@code fobsmith user}. */
@NullMarked
package fobsmith.cli.user;

import org.jspecify.annotations.NullMarked;
