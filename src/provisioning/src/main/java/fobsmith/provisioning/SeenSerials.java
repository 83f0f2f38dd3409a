package fobsmith.provisioning;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The serial numbers of a file that have come so far. They stand one behind the other as they are, with a table of where each
 * begins: a million of them take some 20 MiB, a fifth of what a set of objects takes. One thread.
 */
final class SeenSerials {
    private static final int CHUNK = 64 * 1024;
    private static final int FIRST_TABLE = 1024;

    /** Odd and known to nobody, so that no file can be made whose serial numbers all fall on one place of the table. */
    private final long multiplier = new SecureRandom().nextLong() | 1;

    private final List<byte[]> chunks = new ArrayList<>();

    /** Where in the chunks a serial number begins, with its length; plus one, since 0 is nowhere. */
    private int[] table = new int[FIRST_TABLE];

    private int end;
    private int count;

    /** Whether it had not come before. */
    boolean add(String serial) {
        var text = serial.getBytes(StandardCharsets.US_ASCII);
        int place = place(text);
        if (table[place] != 0) {
            return false;
        }
        table[place] = append(text) + 1;
        count++;
        if (count > table.length / 4 * 3) {
            grow();
        }
        return true;
    }

    /** Where it stands in the table, or would. */
    private int place(byte[] text) {
        int place = hash(text) & (table.length - 1);
        while (table[place] != 0 && !isAt(table[place] - 1, text)) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    private boolean isAt(int start, byte[] text) {
        var chunk = chunks.get(start / CHUNK);
        int from = start % CHUNK + 1;
        return chunk[from - 1] == text.length && Arrays.equals(chunk, from, from + text.length, text, 0, text.length);
    }

    private int hash(byte[] text) {
        long hash = multiplier;
        for (byte character : text) {
            hash = (hash ^ character) * multiplier;
            hash ^= hash >>> 32;
        }
        return Long.hashCode(hash);
    }

    /** In one chunk, whose rest stays empty where it is too small; answers where it begins. */
    private int append(byte[] text) {
        int start = end % CHUNK + text.length < CHUNK ? end : (end / CHUNK + 1) * CHUNK;
        if (start / CHUNK == chunks.size()) {
            chunks.add(new byte[CHUNK]);
        }
        var chunk = chunks.get(start / CHUNK);
        chunk[start % CHUNK] = (byte) text.length;
        System.arraycopy(text, 0, chunk, start % CHUNK + 1, text.length);
        end = start + 1 + text.length;
        return start;
    }

    private void grow() {
        var before = table;
        table = new int[before.length * 2];
        for (int start : before) {
            if (start != 0) {
                table[place(text(start - 1))] = start;
            }
        }
    }

    private byte[] text(int start) {
        var chunk = chunks.get(start / CHUNK);
        int from = start % CHUNK + 1;
        return Arrays.copyOfRange(chunk, from, from + chunk[from - 1]);
    }
}
