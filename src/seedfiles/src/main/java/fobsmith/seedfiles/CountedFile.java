package fobsmith.seedfiles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what has been read of a seed file, so that somebody can be told how far it is. Readers read ahead by some kilobytes,
 * and formats that are held in memory are read whole at once. The count may be asked for by another thread.
 */
public final class CountedFile extends FilterInputStream {
    private volatile long taken;

    /** Takes the file over. */
    public CountedFile(InputStream file) {
        super(file);
    }

    /** Bytes read so far. */
    public long taken() {
        return taken;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long most) throws IOException {
        long skipped = super.skip(most);
        count(skipped);
        return skipped;
    }

    /** Only one thread reads, so nothing is lost between reading the sum and writing it. */
    private void count(long more) {
        long sum = taken;
        taken = sum + more;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
