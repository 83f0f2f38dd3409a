/**
 * Seed files written, for those who move their tokens elsewhere: PSKC (RFC 6030) and CSV, one key after another, in memory
 * that does not depend on their number. What is written here the readers of {@link fobsmith.seedfiles} read back. Whoever
 * calls this has asked for a reason and records it: a file of seeds is all it takes to be everybody's token.
 */
@NullMarked
package fobsmith.seedfiles.writing;

import org.jspecify.annotations.NullMarked;
