/** What several screens are made of. */
@NullMarked
package fobsmith.desk.controls;

import org.jspecify.annotations.NullMarked;
