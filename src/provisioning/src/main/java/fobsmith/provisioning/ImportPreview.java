package fobsmith.provisioning;

import fobsmith.oath.OtpProfile;
import fobsmith.seedfiles.KeyPackage;
import fobsmith.seedfiles.Leniency;
import fobsmith.seedfiles.Omission;
import fobsmith.seedfiles.SignatureStatus;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an import would take, found out without a registry: so it cannot say what is in stock already. Unlike an import it
 * always goes on after a key that cannot be taken, so that one run shows all of them.
 *
 * @param taken how many keys would be
 * @param omissions what would not, and why
 * @param importable whether an import on the same terms would take the file
 */
public record ImportPreview(long taken, List<Omission> omissions, SignatureStatus signature, boolean importable) {
    /**
     * A token that would be imported. Its user, where the file names one, is not reserved for him.
     *
     * @param seedLength in bytes
     */
    public record Row(
            String serial, String manufacturer, String model, String user, OtpProfile profile, int seedLength) {
        private static Row of(ArrivingKey arriving, KeyPackage key) {
            return new Row(
                    arriving.serial().value(),
                    key.manufacturer(),
                    key.model(),
                    key.userId(),
                    key.profile(),
                    key.seed().length());
        }
    }

    /**
     * Reads the file of this order to its end. Its reservations and what it replaces are not looked at.
     *
     * @param rows told of each token as it is read; none is kept
     */
    public static ImportPreview of(ImportOrder order, InstantSource clock, Consumer<Row> rows) {
        var omissions = new ArrayList<Omission>();
        var terms = order.terms().tolerating(Leniency.LEAVE_OUT_UNUSABLE_KEYS).reportingTo(omissions::add);
        var told = new Told(rows);
        try (var reader = order.source().open(terms)) {
            new Arrivals(reader, order, terms, clock).each(told);
            boolean leavesOut = order.terms().leniencies().contains(Leniency.LEAVE_OUT_UNUSABLE_KEYS);
            boolean importable =
                    told.count > 0 && (leavesOut || omissions.stream().noneMatch(Omission::tolerated));
            return new ImportPreview(told.count, List.copyOf(omissions), reader.signature(), importable);
        }
    }

    private static final class Told implements Arrivals.Taking {
        private final Consumer<Row> rows;
        private long count;

        Told(Consumer<Row> rows) {
            this.rows = rows;
        }

        @Override
        public void take(ArrivingKey arriving, KeyPackage key) {
            count++;
            rows.accept(Row.of(arriving, key));
        }
    }
}
