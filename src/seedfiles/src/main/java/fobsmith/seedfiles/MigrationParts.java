package fobsmith.seedfiles;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which parts of which exports have been read. An export that is too large for one QR code comes in several. */
final class MigrationParts {
    private static final int MOST_EXPORTS = 1000;

    private final Map<Long, BitSet> missing = new LinkedHashMap<>();
    private final Map<Long, Integer> sizes = new LinkedHashMap<>();

    /** Notes a part; answers whether it is a new one. */
    boolean add(SeedLine uri, MigrationPayload part) {
        if (sizes.size() == MOST_EXPORTS) {
            throw new SeedFileException.Malformed(
                    "the file holds parts of more than %d exports".formatted(MOST_EXPORTS));
        }
        var size = sizes.putIfAbsent(part.batch(), part.parts());
        if (size != null && size != part.parts()) {
            throw uri.malformed("parts of one export disagree on how many there are");
        }
        var left = missing.computeIfAbsent(part.batch(), _ -> all(part.parts()));
        boolean fresh = left.get(part.index());
        left.clear(part.index());
        return fresh;
    }

    private static BitSet all(int parts) {
        var all = new BitSet(parts);
        all.set(0, parts);
        return all;
    }

    /** One sentence that names what is missing of the exports, numbered from 1 as the app shows them. */
    Optional<String> complaint() {
        return missing.entrySet().stream()
                .filter(export -> !export.getValue().isEmpty())
                .map(export -> complaint(export.getValue(), sizes.getOrDefault(export.getKey(), 1)))
                .findFirst();
    }

    private static String complaint(BitSet left, int size) {
        var numbers = left.stream().mapToObj(index -> String.valueOf(index + 1)).collect(Collectors.joining(", "));
        return "of the %d QR codes of a Google Authenticator export, number %s %s missing"
                .formatted(size, numbers, left.cardinality() == 1 ? "is" : "are");
    }
}
