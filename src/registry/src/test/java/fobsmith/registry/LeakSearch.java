package fobsmith.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Looks for all forms of many secrets at once, in files of any size and memory of one chunk. */
public final class LeakSearch {
    private static final int CHUNK = 1 << 20;
    private static final int SHORTEST = 8;

    /** First four bytes, hashed, of everything wanted: most places are passed over by this alone. */
    private final BitSet beginnings = new BitSet(1 << 16);

    private final Map<Integer, List<Wanted>> byBeginning = new HashMap<>();
    private int longest = SHORTEST;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Wanted(String name, byte[] bytes) {}

    /** A secret is called by this name in what is found; one under 8 bytes could be there by chance. */
    public LeakSearch with(String name, byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("%s is too short to look for".formatted(name));
        }
        SecretForms.of(secret).forEach((form, bytes) -> {
            int beginning = beginning(bytes, 0);
            beginnings.set(hash(beginning));
            byBeginning
                    .computeIfAbsent(beginning, _ -> new ArrayList<>())
                    .add(new Wanted("%s of %s".formatted(form, name), bytes));
            longest = Math.max(longest, bytes.length);
        });
        return this;
    }

    private static int beginning(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private static int hash(int beginning) {
        return (beginning * 0x9e3779b1) >>> 16;
    }

    /** What is found in the files below this folder, except those passed over: "hex of GAHT00000001 in backup". */
    public List<String> below(Path folder, Predicate<Path> passedOver) throws IOException {
        var found = new ArrayList<String>();
        try (var all = Files.walk(folder)) {
            for (var file :
                    all.filter(Files::isRegularFile).filter(passedOver.negate()).toList()) {
                in(file).forEach(what -> found.add("%s in %s".formatted(what, folder.relativize(file))));
            }
        }
        return found;
    }

    public Set<String> in(Path file) throws IOException {
        var found = new TreeSet<String>();
        var buffer = new byte[CHUNK + longest];
        int kept = 0;
        try (var input = Files.newInputStream(file)) {
            for (int read = input.read(buffer, kept, CHUNK); read >= 0; read = input.read(buffer, kept, CHUNK)) {
                int filled = kept + read;
                look(buffer, filled, found);
                // A secret may begin in one chunk and end in the next.
                int keep = Math.min(longest - 1, filled);
                System.arraycopy(buffer, filled - keep, buffer, 0, keep);
                kept = keep;
            }
        }
        return found;
    }

    private void look(byte[] buffer, int filled, Set<String> found) {
        for (int at = 0; at + Integer.BYTES <= filled; at++) {
            int beginning = (buffer[at] & 0xff)
                    | (buffer[at + 1] & 0xff) << 8
                    | (buffer[at + 2] & 0xff) << 16
                    | (buffer[at + 3] & 0xff) << 24;
            if (beginnings.get(hash(beginning))) {
                for (var wanted : byBeginning.getOrDefault(beginning, List.of())) {
                    if (stands(wanted.bytes, buffer, at, filled)) {
                        found.add(wanted.name);
                    }
                }
            }
        }
    }

    private static boolean stands(byte[] wanted, byte[] buffer, int at, int filled) {
        return at + wanted.length <= filled && Arrays.equals(wanted, 0, wanted.length, buffer, at, at + wanted.length);
    }
}
