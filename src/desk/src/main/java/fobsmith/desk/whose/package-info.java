/** Whose is this: two codes tell which token lies on the desk. */
@NullMarked
package fobsmith.desk.whose;

import org.jspecify.annotations.NullMarked;
