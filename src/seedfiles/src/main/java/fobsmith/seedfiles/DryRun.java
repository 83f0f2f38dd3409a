package fobsmith.seedfiles;

import fobsmith.oath.OtpProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a seed file to its end and keeps nothing: what would be taken, and of what would not the reason, line by line. Unlike
 * an import it always goes on after a key that cannot be taken, so that one run shows all of them; whether the import would is
 * for {@link Summary#leavesOut} to decide.
 */
public final class DryRun {
    private DryRun() {}

    /**
     * A key that would be taken.
     *
     * @param slot 0 where the file names none
     * @param seedLength in bytes
     */
    public record Row(
            String serial,
            int slot,
            String manufacturer,
            String model,
            String userId,
            OtpProfile profile,
            int seedLength) {
        private static Row of(KeyPackage key) {
            OptionalInt slot = key.slot();
            return new Row(
                    key.serial(),
                    slot.orElse(0),
                    key.manufacturer(),
                    key.model(),
                    key.userId(),
                    key.profile(),
                    key.seed().length());
        }
    }

    /**
     * What came of a file.
     *
     * @param leavesOut whether an import on the same terms would go on without the keys that cannot be taken; if not, and
     *     there are any, it would take nothing
     */
    public record Summary(long taken, List<Omission> omissions, SignatureStatus signature, boolean leavesOut) {
        /** Whether an import on the same terms would take the file. */
        public boolean importable() {
            return taken > 0 && (leavesOut || omissions.stream().noneMatch(Omission::tolerated));
        }
    }

    /**
     * Reads a file.
     *
     * @param opener opens it on the terms that it is given, such as {@code terms -> SeedFileReader.open(file, terms)}
     * @param rows told of every key that would be taken, as it is read
     * @throws SeedFileException if the file as a whole cannot be read
     */
    public static Summary of(Function<ReadingTerms, SeedFileReader> opener, ReadingTerms terms, Consumer<Row> rows) {
        var omissions = new ArrayList<Omission>();
        var tolerant = terms.tolerating(Leniency.LEAVE_OUT_UNUSABLE_KEYS).reportingTo(omissions::add);
        long taken = 0;
        try (var reader = opener.apply(tolerant)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                try (var key = next.get()) {
                    rows.accept(Row.of(key));
                    taken++;
                }
            }
            return new Summary(
                    taken,
                    List.copyOf(omissions),
                    reader.signature(),
                    terms.tolerate(Leniency.LEAVE_OUT_UNUSABLE_KEYS));
        }
    }
}
