/** {@code fobsmith policy …}: what policies allow, before anybody finds out. */
@NullMarked
package fobsmith.cli.policy;

import org.jspecify.annotations.NullMarked;
