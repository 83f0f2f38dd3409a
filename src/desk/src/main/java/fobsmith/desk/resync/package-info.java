/** Resync: a person's device whose clock has strayed, learned anew from two codes. */
@NullMarked
package fobsmith.desk.resync;

import org.jspecify.annotations.NullMarked;
