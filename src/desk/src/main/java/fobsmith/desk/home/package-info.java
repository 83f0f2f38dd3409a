/** What can be done at the desk. */
@NullMarked
package fobsmith.desk.home;

import org.jspecify.annotations.NullMarked;
