package fobsmith.seedfiles;

import java.util.Optional;

/** Makes a key of a line; nothing of a line that holds none. One for each file, since it may remember a header. */
@FunctionalInterface
interface LineFormat {
    Optional<KeyPackage> read(SeedLine line);
}
