/** A person: the devices he has, their tags, and taking one away; the same for root, who is given one here as well. */
@NullMarked
package fobsmith.desk.person;

import org.jspecify.annotations.NullMarked;
