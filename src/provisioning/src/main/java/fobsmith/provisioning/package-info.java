/** The way of a seed into the registry: imports of vendors' seed files. */
@NullMarked
package fobsmith.provisioning;

import org.jspecify.annotations.NullMarked;
