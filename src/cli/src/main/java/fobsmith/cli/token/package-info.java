/** {@code fobsmith token …}: tokens in stock and in hand. */
@NullMarked
package fobsmith.cli.token;

import org.jspecify.annotations.NullMarked;
