package fobsmith.seedfiles.writing;

import java.util.List;

/** How a key stands on a line of CSV. */
interface CsvLine {
    /** The fields before the seed. */
    List<String> before(KeyDescription key);

    /** The seed as ASCII, which the caller wipes. */
    byte[] seed(byte[] bytes);

    /** The fields after the seed. */
    List<String> after(KeyDescription key);
}
