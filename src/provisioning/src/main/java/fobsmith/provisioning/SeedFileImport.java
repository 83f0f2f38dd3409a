package fobsmith.provisioning;

import fobsmith.registry.Actor;
import fobsmith.registry.NewToken;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.seedfiles.KeyPackage;
import fobsmith.seedfiles.ReadingTerms;
import fobsmith.seedfiles.SeedFileReader;
import fobsmith.seedfiles.SignatureStatus;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Brings a vendor's seed file into stock, all of it or nothing. Each seed is sealed as soon as it is read and wiped; the
 * tokens appear in one transaction at the end. The same file again changes nothing.
 */
public final class SeedFileImport {
    private final Registry registry;

    public SeedFileImport(Registry registry) {
        this.registry = registry;
    }

    /** Imports one file of whatever format, plain. */
    public ImportReport run(Actor actor, Path file, String prefix) {
        return run(actor, file, prefix, ReadingTerms.STRICT);
    }

    /**
     * Imports one file.
     *
     * @param prefix put before serials that are too short for IAM, such as a vendor's name; may be empty
     * @throws ImportException if a serial is unusable or stands twice; other refusals come from the reader and the registry
     */
    public ImportReport run(Actor actor, Path file, String prefix, ReadingTerms terms) {
        if (Files.isDirectory(file)) {
            throw new ImportException("%s is a folder, not a seed file".formatted(file));
        }
        try (var reader = SeedFileReader.open(new BufferedInputStream(Files.newInputStream(file)), terms)) {
            var tokens = seal(reader, prefix);
            int added = registry.stock().importAll(actor, String.valueOf(file.getFileName()), tokens);
            return new ImportReport(tokens.size(), added, reader.signature() == SignatureStatus.NOT_VERIFIED);
        } catch (NoSuchFileException e) {
            throw new ImportException("there is no seed file %s".formatted(file), e);
        } catch (IOException e) {
            throw new ImportException("cannot read seed file %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private List<NewToken> seal(SeedFileReader reader, String prefix) {
        var tokens = new ArrayList<NewToken>();
        var seen = new HashSet<String>();
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            try (var key = next.get()) {
                var serial = serial(key, prefix);
                requireValid(key, serial);
                if (!seen.add(serial.key())) {
                    throw new ImportException("serial %s stands twice in the file".formatted(serial));
                }
                tokens.add(registry.stock().seal(serial, key.manufacturer(), key.model(), key.profile(), key.seed()));
            }
        }
        return tokens;
    }

    /** RFC 6030 section 5: a key must not be used before its start date or after its expiry date. */
    private void requireValid(KeyPackage key, SerialNumber serial) {
        key.expiryDate().filter(registry.now()::isAfter).ifPresent(expiry -> {
            throw new ImportException("token %s expired on %s".formatted(serial, expiry));
        });
        key.startDate().filter(registry.now()::isBefore).ifPresent(start -> {
            throw new ImportException("token %s must not be used before %s".formatted(serial, start));
        });
    }

    /** A token with several seeds stands in the registry once for each: the first slot bears the plain serial. */
    private static String slot(KeyPackage key) {
        return key.slot().isPresent() && key.slot().getAsInt() > 1
                ? ":%02d".formatted(key.slot().getAsInt())
                : "";
    }

    private static SerialNumber.Hardware serial(KeyPackage key, String prefix) {
        try {
            return new SerialNumber.Hardware(prefix + key.serial() + slot(key));
        } catch (IllegalArgumentException e) {
            throw new ImportException(String.valueOf(e.getMessage()), e);
        }
    }
}
