package fobsmith.seedfiles;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** A file made while it is read: a beginning, numbered parts, an end. Counts what was taken of it. */
final class EndlessFile extends InputStream {
    private final LongFunction<String> parts;
    private final long count;
    private final String end;
    private byte[] part;
    private int position;
    private long made;
    private long taken;

    EndlessFile(String beginning, LongFunction<String> parts, long count, String end) {
        this.parts = parts;
        this.count = count;
        this.end = end;
        part = beginning.getBytes(StandardCharsets.UTF_8);
    }

    /** Repeats one part as good as for ever: a thousand million times. */
    static EndlessFile of(String beginning, String part) {
        return new EndlessFile(beginning, _ -> part, 1_000_000_000, "");
    }

    long taken() {
        return taken;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        while (position == part.length) {
            if (made > count) {
                return -1;
            }
            part = (made < count ? parts.apply(made) : end).getBytes(StandardCharsets.UTF_8);
            made++;
            position = 0;
        }
        int copied = Math.min(length, part.length - position);
        System.arraycopy(part, position, buffer, offset, copied);
        position += copied;
        taken += copied;
        return copied;
    }
}
