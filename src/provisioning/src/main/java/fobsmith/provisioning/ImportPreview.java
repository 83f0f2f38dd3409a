package fobsmith.provisioning;

import fobsmith.oath.OtpProfile;
import fobsmith.seedfiles.KeyPackage;
import fobsmith.seedfiles.Leniency;
import fobsmith.seedfiles.Omission;
import fobsmith.seedfiles.SignatureStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What an import would take, found out without a registry: so it cannot say what is in stock already. Unlike an import it
 * always goes on after a key that cannot be taken, so that one run shows all of them.
 *
 * @param rows what would be taken
 * @param omissions what would not, and why
 * @param importable whether an import on the same terms would take the file
 */
public record ImportPreview(List<Row> rows, List<Omission> omissions, SignatureStatus signature, boolean importable) {
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

    /** Reads the file of this order to its end. Its reservations and what it replaces are not looked at. */
    public static ImportPreview of(ImportOrder order, Instant now) {
        var rows = new ArrayList<Row>();
        var omissions = new ArrayList<Omission>();
        var terms = order.terms().tolerating(Leniency.LEAVE_OUT_UNUSABLE_KEYS).reportingTo(omissions::add);
        var seen = new HashSet<String>();
        int number = 0;
        try (var reader = order.source().open(terms)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                number++;
                try (var key = next.get()) {
                    rows.add(row(key, order.prefix(), now, seen));
                } catch (ImportException e) {
                    omissions.add(new Omission(number, String.valueOf(e.getMessage()), true));
                }
            }
            return of(rows, omissions, reader.signature(), order);
        }
    }

    private static Row row(KeyPackage key, String prefix, Instant now, HashSet<String> seen) {
        var arriving = new ArrivingKey(key, prefix, now);
        if (!seen.add(arriving.serial().key())) {
            throw new ImportException("serial %s stands twice in the file".formatted(arriving.serial()));
        }
        return Row.of(arriving, key);
    }

    private static ImportPreview of(
            List<Row> rows, List<Omission> omissions, SignatureStatus signature, ImportOrder order) {
        boolean leavesOut = order.terms().leniencies().contains(Leniency.LEAVE_OUT_UNUSABLE_KEYS);
        boolean importable = !rows.isEmpty() && (leavesOut || omissions.stream().noneMatch(Omission::tolerated));
        return new ImportPreview(List.copyOf(rows), List.copyOf(omissions), signature, importable);
    }
}
