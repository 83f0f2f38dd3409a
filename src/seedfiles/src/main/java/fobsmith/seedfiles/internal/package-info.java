/**
 * The cryptography of seed files, over bytes: it knows no XML and no file. Public for the packages around it only; nobody
 * else uses it.
 */
@NullMarked
package fobsmith.seedfiles.internal;

import org.jspecify.annotations.NullMarked;
