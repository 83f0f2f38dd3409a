/** Who is at the desk: signing in, locking, unlocking. */
@NullMarked
package fobsmith.desk.signin;

import org.jspecify.annotations.NullMarked;
