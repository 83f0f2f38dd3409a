package fobsmith.provisioning;

import fobsmith.seedfiles.KeyPackage;
import fobsmith.seedfiles.Leniency;
import fobsmith.seedfiles.Omission;
import fobsmith.seedfiles.ReadingTerms;
import fobsmith.seedfiles.SeedFileReader;
import java.time.InstantSource;
import java.util.Optional;

/** Which keys of a file are taken and which left out, by the same rules for an import and its preview. One thread. */
final class Arrivals {
    private final SeedFileReader reader;
    private final ImportOrder order;
    private final ReadingTerms terms;
    private final InstantSource clock;
    private final SeenSerials before = new SeenSerials();

    /** Borrows the reader, which was opened on these terms: they may be others than those of the order. */
    Arrivals(SeedFileReader reader, ImportOrder order, ReadingTerms terms, InstantSource clock) {
        this.reader = reader;
        this.order = order;
        this.terms = terms;
        this.clock = clock;
    }

    /** What is done with a key that is taken; it is closed afterwards. */
    interface Taking {
        void take(ArrivingKey arriving, KeyPackage key);
    }

    /**
     * Goes through the file to its end.
     *
     * @throws ImportException if a key cannot be taken, and the terms do not say that it is left out
     */
    void each(Taking taking) {
        int number = 0;
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            number++;
            try (var key = next.get()) {
                arriving(key).ifPresent(arriving -> taking.take(arriving, key));
            }
            order.progress().at(number, order.source().taken(), order.source().size());
        }
    }

    private Optional<ArrivingKey> arriving(KeyPackage key) {
        try {
            var arriving = new ArrivingKey(key, order.prefix(), clock.instant());
            arriving.requireFirst(before);
            return Optional.of(arriving);
        } catch (ImportException e) {
            if (!terms.leniencies().contains(Leniency.LEAVE_OUT_UNUSABLE_KEYS)) {
                throw e;
            }
            terms.omissions().accept(new Omission(reader.position(), String.valueOf(e.getMessage()), true));
            return Optional.empty();
        }
    }
}
