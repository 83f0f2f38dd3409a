package fobsmith.seedfiles.writing;

import fobsmith.oath.Seed;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/** Writes one line for each key. Fields with a comma are put in quotation marks; what readers would misread is refused. */
final class CsvWriter implements SeedFileWriter {
    private final SeedFileOutput output;
    private final CsvLine format;
    private final String header;
    private boolean begun;
    private boolean finished;

    /** Takes the file over. The header is a line with its end, or empty. */
    CsvWriter(OutputStream file, String header, CsvLine format) {
        output = new SeedFileOutput(file);
        this.header = header;
        this.format = format;
    }

    @Override
    public void write(KeyDescription key, Seed seed) throws IOException {
        if (finished) {
            throw new IllegalStateException("the file is finished");
        }
        var before = format.before(key);
        var after = format.after(key);
        requireLegible(key, before);
        requireLegible(key, after);
        begin();
        for (var field : before) {
            writeField(field);
            output.raw(",");
        }
        writeSeed(seed);
        for (var field : after) {
            output.raw(",");
            writeField(field);
        }
        output.raw("\n");
    }

    private static void requireLegible(KeyDescription key, List<String> fields) {
        if (fields.stream().anyMatch(field -> field.contains("\""))) {
            throw key.notWritable("has a quotation mark in one of its texts, which CSV readers misread");
        }
        if (fields.stream().anyMatch(field -> field.startsWith("#"))) {
            throw key.notWritable("has a text that begins with #, which CSV readers take for a comment");
        }
    }

    private void begin() throws IOException {
        if (!begun) {
            output.raw(header);
        }
        begun = true;
    }

    private void writeField(String field) throws IOException {
        output.raw(field.contains(",") ? "\"" + field + "\"" : field);
    }

    private void writeSeed(Seed seed) throws IOException {
        byte[] text = seed.use(format::seed);
        try {
            output.bytes(text);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    @Override
    public void finish() throws IOException {
        begin();
        finished = true;
        output.flush();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
