package fobsmith.provisioning;

import fobsmith.registry.Actor;
import fobsmith.registry.ImportOrigin;
import fobsmith.registry.NewToken;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryException;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialStandsTwice;
import fobsmith.registry.StockImport;
import fobsmith.seedfiles.KeyPackage;
import fobsmith.seedfiles.Omission;
import fobsmith.seedfiles.ReadingTerms;
import fobsmith.seedfiles.SeedFileException;
import fobsmith.seedfiles.SeedFileReader;
import fobsmith.seedfiles.SignatureStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a vendor's seed file into stock, all of it or nothing, and keeps nothing of it in memory but the serial numbers
 * and what was left out. Each seed is sealed as soon as it is read and wiped; the tokens appear all at once at the end. The
 * same file again changes nothing. An import that was broken off, as by a power cut, goes on where it was when the same file
 * is imported again on the same terms.
 */
public final class SeedFileImport {
    private final Registry registry;

    public SeedFileImport(Registry registry) {
        this.registry = registry;
    }

    /** Imports one file of whatever format, plain. */
    public ImportReport run(Actor actor, Path file, String prefix) {
        return run(actor, ImportOrder.of(file, prefix, ReadingTerms.STRICT));
    }

    /**
     * Imports one file.
     *
     * @throws ImportException if a serial is unusable or stands twice; other refusals come from the reader and the registry
     * @throws ImportBrokenOff if the file or the registry failed, and the import can be taken up
     */
    public ImportReport run(Actor actor, ImportOrder order) {
        var omissions = new ArrayList<Omission>();
        var terms = order.terms().reportingTo(omissions::add);
        try (var reader = order.source().open(terms);
                var running = begin(actor, order)) {
            return report(reader, terms, running, order, omissions);
        } catch (SerialStandsTwice e) {
            throw new ImportException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What the content is refused for is taken back; whatever else breaks the import off, it can be taken up. */
    private ImportReport report(
            SeedFileReader reader,
            ReadingTerms terms,
            StockImport running,
            ImportOrder order,
            List<Omission> omissions) {
        try {
            running.announce(order.reservations().size());
            new Arrivals(reader, order, terms, registry::now).each((arriving, key) -> running.add(seal(arriving, key)));
            return ImportReport.of(
                    running.finish(order.reservations()),
                    running.resumedAfter(),
                    omissions,
                    reader.signature() == SignatureStatus.NOT_VERIFIED);
        } catch (RuntimeException e) {
            throw isRefusal(e) ? e : ImportBrokenOff.by(e, running.keep());
        } catch (Error e) {
            running.keep();
            throw e;
        }
    }

    private static boolean isRefusal(RuntimeException failure) {
        return switch (failure) {
            case SeedFileException.Unreadable _ -> false;
            case SeedFileException _,
                    ImportException _,
                    SerialStandsTwice _,
                    RegistryRefusal _,
                    RegistryException.StaleImport _ -> true;
            default -> false;
        };
    }

    private StockImport begin(Actor actor, ImportOrder order) {
        var reason = order.replacing();
        var origin = new ImportOrigin(order.source().name(), order.source().fingerprint(order));
        return reason == null
                ? registry.stock().begin(actor, origin)
                : registry.stock().beginReplacing(actor, origin, reason);
    }

    private NewToken seal(ArrivingKey arriving, KeyPackage key) {
        return registry.stock()
                .seal(arriving.serial(), key.manufacturer(), key.model(), key.profile(), key.seed(), arriving.clock());
    }
}
