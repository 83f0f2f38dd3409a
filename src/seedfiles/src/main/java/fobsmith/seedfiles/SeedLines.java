package fobsmith.seedfiles;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a text file, one at a time in a buffer that never grows: a line that is longer than any honest one is
 * refused. A byte order mark is passed over. The buffer is wiped before each line and when closed.
 */
final class SeedLines implements KeyUris.UriSource {
    static final int LONGEST = 4096;

    private final InputStream file;
    private final byte[] chunk = new byte[8192];
    private final byte[] line = new byte[LONGEST];
    private int position;
    private int filled;
    private int number;

    /** Takes the file over. */
    SeedLines(InputStream file) {
        this.file = file;
    }

    /** The next line, without its end; it is valid until the one after is asked for. */
    @Override
    public Optional<SeedLine> next() {
        Arrays.fill(line, (byte) 0);
        number++;
        int length = 0;
        int next = read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            if (length == LONGEST) {
                throw new SeedFileException.Malformed("line %d is longer than %d bytes".formatted(number, LONGEST));
            }
            line[length++] = (byte) next;
            next = read();
        }
        return Optional.of(SeedLine.of(number, line, start(), length));
    }

    private int start() {
        boolean marked = number == 1 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf;
        return marked ? 3 : 0;
    }

    private int read() {
        try {
            if (position == filled) {
                position = 0;
                filled = Math.max(0, file.read(chunk));
            }
            return filled == 0 ? -1 : chunk[position++] & 0xff;
        } catch (IOException e) {
            throw new SeedFileException.Unreadable(e);
        }
    }

    @Override
    public void close() {
        Arrays.fill(chunk, (byte) 0);
        Arrays.fill(line, (byte) 0);
        try {
            file.close();
        } catch (IOException e) {
            throw new SeedFileException.Unreadable(e);
        }
    }
}
