package fobsmith.seedfiles;

import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of an authenticator app's export in JSON, one by one. */
final class AppExport implements KeyEntries {
    private final JsonCursor export;
    private final AppFormat format;
    private final ReadingTerms terms;
    private @Nullable JsonCursor entries;
    private boolean begun;
    private boolean found;
    private int depth;
    private int position;

    /** Takes the file over. */
    AppExport(InputStream file, AppFormat format, ReadingTerms terms) {
        export = new JsonCursor(file);
        this.format = format;
        this.terms = terms;
    }

    @Override
    public boolean advance() {
        while (entries != null || find()) {
            var array = entries;
            if (array != null && array.nextElement(depth)) {
                position++;
                return true;
            }
            closeEntries();
        }
        return false;
    }

    /** Moves to the next list of entries: an encrypted export may hold an empty plain one before it. */
    private boolean find() {
        if (!begun) {
            export.advance();
            export.requireObject();
            begun = true;
        }
        while (export.nextField(1)) {
            Optional<JsonCursor> list = format.entries(export.name(), export);
            if (list.isPresent()) {
                return standIn(list.get());
            }
        }
        export.finish();
        if (!found) {
            throw new SeedFileException.Malformed("the export holds no list of entries");
        }
        return false;
    }

    private boolean standIn(JsonCursor array) {
        entries = array;
        if (!array.atArray()) {
            throw new SeedFileException.Malformed("the export holds something else than a list of entries");
        }
        depth = array.depth();
        found = true;
        return true;
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public KeyPackage key() {
        var array = entries;
        if (array == null) {
            throw new IllegalStateException("there is no entry to read");
        }
        try (var entry = new AppEntry(position)) {
            array.eachField(field -> format.readField(field, array, entry));
            return entry.finish(terms);
        }
    }

    private void closeEntries() {
        if (entries != null && entries != export) {
            entries.finish();
            entries.close();
        }
        entries = null;
    }

    @Override
    public void close() {
        if (entries != null && entries != export) {
            entries.close();
        }
        export.close();
    }
}
