/** No secret in clear, in no file and in no memory that is left behind. */
@NullMarked
package fobsmith.checks.hygiene;

import org.jspecify.annotations.NullMarked;
