/** Return: a fob comes back, shows two codes and is stock again. */
@NullMarked
package fobsmith.desk.giveback;

import org.jspecify.annotations.NullMarked;
