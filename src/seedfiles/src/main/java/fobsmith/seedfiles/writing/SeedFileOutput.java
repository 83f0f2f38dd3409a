package fobsmith.seedfiles.writing;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Text on its way to a file, through a buffer that is wiped whenever it is emptied. */
final class SeedFileOutput implements Closeable {
    private final OutputStream file;
    private final byte[] buffer = new byte[8192];
    private int filled;

    /** Takes the file over. */
    SeedFileOutput(OutputStream file) {
        this.file = file;
    }

    /** Text as it is. Not for secrets. */
    SeedFileOutput raw(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Text between tags or inside an attribute. Not for secrets. */
    SeedFileOutput escaped(String text) throws IOException {
        return raw(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
    }

    /** Bytes in base64. */
    SeedFileOutput base64(byte[] bytes) throws IOException {
        var text = Base64.getEncoder().encode(bytes);
        try {
            return bytes(text);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** ASCII as it is; the array stays the caller's. */
    SeedFileOutput bytes(byte[] text) throws IOException {
        for (int from = 0; from < text.length; ) {
            if (filled == buffer.length) {
                empty();
            }
            int count = Math.min(text.length - from, buffer.length - filled);
            System.arraycopy(text, from, buffer, filled, count);
            filled += count;
            from += count;
        }
        return this;
    }

    private void empty() throws IOException {
        try {
            file.write(buffer, 0, filled);
        } finally {
            Arrays.fill(buffer, (byte) 0);
            filled = 0;
        }
    }

    void flush() throws IOException {
        empty();
        file.flush();
    }

    /** Closes the file; what was not flushed is wiped and not written. */
    @Override
    public void close() throws IOException {
        Arrays.fill(buffer, (byte) 0);
        filled = 0;
        file.close();
    }
}
