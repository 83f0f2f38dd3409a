/** The way of a seed into the registry: imports of vendors' seed files, and tokens on a cable that are given one. */
@NullMarked
package fobsmith.provisioning;

import org.jspecify.annotations.NullMarked;
