package fobsmith.seedfiles;

/** The keys of a file in which a key is not a line: records, entries of JSON, codes of pictures. One thread at a time. */
interface KeyEntries extends AutoCloseable {
    /** Moves to the next entry, past whatever was left unread of the one before; false at the end of the file. */
    boolean advance();

    /** Where the entry stands, counted from 1. */
    int position();

    /** Makes a key of the entry, once. */
    KeyPackage key();

    /** Closes the file and wipes what was copied of it. */
    @Override
    void close();
}
