package fobsmith.provisioning;

import fobsmith.registry.Reservation;
import fobsmith.seedfiles.ReadingTerms;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported, and how.
 *
 * @param prefix put before serials that are too short for IAM, such as a vendor's name; may be empty
 * @param replacing why free stock takes the seed of the file where it has another one; null where it does not
 * @param reservations tokens, of this file or in stock before, that are set aside for users
 * @param progress told how far the work is
 */
public record ImportOrder(
        SeedFileSource source,
        String prefix,
        ReadingTerms terms,
        @Nullable String replacing,
        List<Reservation> reservations,
        ImportProgress progress) {
    public ImportOrder {
        reservations = List.copyOf(reservations);
    }

    /** One file of whatever format, on these terms. */
    public static ImportOrder of(Path file, String prefix, ReadingTerms terms) {
        return new ImportOrder(
                new SeedFileSource(List.of(file), null), prefix, terms, null, List.of(), ImportProgress.UNWATCHED);
    }
}
