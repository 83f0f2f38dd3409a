package fobsmith.seedfiles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Feeds the XML parser and bounds what one key package may cost: the parser collects comments, attributes and CDATA
 * sections whole, so the only place that can stop an endless one is in front of it. Blank space before the XML declaration
 * is swallowed, since some vendors' exports begin with a line break.
 */
final class SeedFileStream extends FilterInputStream {
    /** Several times the largest honest key package, with the parser's read-ahead. */
    static final int MOST_BYTES_PER_PACKAGE = 256 * 1024;

    private final int most;
    private int budget;
    private int skippedLines;
    private boolean started;
    private boolean exhausted;

    SeedFileStream(InputStream file) {
        this(file, MOST_BYTES_PER_PACKAGE);
    }

    /** With a bound of its own, for a reader that knows no packages. */
    SeedFileStream(InputStream file, int most) {
        super(new PushbackInputStream(file));
        this.most = most;
        budget = most;
    }

    /** A key package has been read to its end: the next one may be as long. */
    void renewBudget() {
        budget = most;
    }

    /** Line breaks before the first character that the parser was shown. */
    int skippedLines() {
        return skippedLines;
    }

    /** The parser has asked for more than there is. */
    boolean exhausted() {
        return exhausted;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            skipBlankStart();
            return spend(in.read(buffer, offset, length));
        } catch (IOException e) {
            throw new SeedFileException.Unreadable(e);
        }
    }

    private int spend(int count) {
        exhausted |= count < 0;
        budget -= Math.max(count, 0);
        if (budget < 0) {
            throw new SeedFileException.Malformed("more than %d bytes in one key package".formatted(most));
        }
        return count;
    }

    private void skipBlankStart() throws IOException {
        while (!started) {
            int next = in.read();
            started = next != ' ' && next != '\t' && next != '\r' && next != '\n';
            skippedLines += next == '\n' ? 1 : 0;
            if (!started) {
                spend(1);
            } else if (next >= 0) {
                ((PushbackInputStream) in).unread(next);
            }
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            throw new SeedFileException.Unreadable(e);
        }
    }
}
