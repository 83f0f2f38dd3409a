package fobsmith.seedfiles;

import java.util.Optional;

/** What is particular to one app's export. One for each file, since it may remember how the file is encrypted. */
interface AppFormat {
    /**
     * Looks at a field of the export, whose value the cursor stands at. A cursor at the start of the array of entries, where
     * this field holds it: the same one, or another over what was decrypted.
     */
    Optional<JsonCursor> entries(String field, JsonCursor export);

    /** Reads a field of an entry, whose value the cursor stands at; unknown ones are left unread. */
    void readField(String field, JsonCursor cursor, AppEntry entry);
}
