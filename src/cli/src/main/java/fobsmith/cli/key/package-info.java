/** {@code fobsmith key}: what a registry's secrets are sealed under. */
@NullMarked
package fobsmith.cli.key;

import org.jspecify.annotations.NullMarked;
