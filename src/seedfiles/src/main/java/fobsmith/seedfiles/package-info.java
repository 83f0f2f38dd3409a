/**
 * Seed files and QR images: what vendors deliver fobs' seeds in, and what authenticator apps scan. Readers stream, trust
 * nothing they read, and name whatever they refuse; a seed leaves them as a {@link fobsmith.oath.Seed} or not at all.
 */
@NullMarked
package fobsmith.seedfiles;

import org.jspecify.annotations.NullMarked;
