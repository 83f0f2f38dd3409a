package fobsmith.provisioning;

import fobsmith.seedfiles.CountedFile;
import fobsmith.seedfiles.ReadingTerms;
import fobsmith.seedfiles.SeedFileFormat;
import fobsmith.seedfiles.SeedFileReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A seed file on the disk, or several pictures that make up one. One reader at a time. */
public final class SeedFileSource {
    private final List<Path> files;
    private final @Nullable SeedFileFormat format;
    private final List<CountedFile> opened = new ArrayList<>();
    private long size;

    /** The format is found out by the content where none is given. */
    public SeedFileSource(List<Path> files, @Nullable SeedFileFormat format) {
        this.files = List.copyOf(files);
        this.format = format;
    }

    /** As the audit trail names it: without the folder. */
    String name() {
        return String.valueOf(files.getFirst().getFileName());
    }

    /** By which an import of this order, broken off, is known again; empty where it is not. */
    String fingerprint(ImportOrder order) {
        return ImportFingerprint.of(order, files, format == null ? "" : format.optionName());
    }

    /**
     * Begins to read. The caller closes the reader.
     *
     * @throws ImportException if there is no such file, or its name says that it is of a kind that cannot be read; where a
     *     format is given the name does not count
     */
    SeedFileReader open(ReadingTerms terms) {
        if (format == null) {
            files.forEach(SeedFileSource::requireReadable);
        }
        if (files.size() > 1 && format != null && format != SeedFileFormat.QR_IMAGE) {
            throw new ImportException("several files are read together only where they are pictures of QR codes");
        }
        size = files.stream().mapToLong(SeedFileSource::size).sum();
        if (files.size() > 1) {
            return SeedFileReader.openPictures(openAll(), terms);
        }
        if (Files.isRegularFile(files.getFirst())) {
            return SeedFileReader.open(this::openAgain, format, terms);
        }
        var once = openAgain();
        return format == null ? SeedFileReader.open(once, terms) : format.open(once, terms);
    }

    private static void requireReadable(Path file) {
        SeedFileFormat.refusalByName(file.toString()).ifPresent(reason -> {
            throw new ImportException("seed file %s cannot be read: %s".formatted(file, reason));
        });
    }

    /** What was counted of it before does not count. */
    private CountedFile openAgain() {
        opened.clear();
        opened.add(open(files.getFirst()));
        return opened.getFirst();
    }

    private List<CountedFile> openAll() {
        opened.clear();
        try {
            for (var file : files) {
                opened.add(open(file));
            }
        } catch (ImportException e) {
            opened.forEach(SeedFileSource::close);
            throw e;
        }
        return opened;
    }

    private static CountedFile open(Path file) {
        if (Files.isDirectory(file)) {
            throw new ImportException("%s is a folder, not a seed file".formatted(file));
        }
        try {
            return new CountedFile(new BufferedInputStream(Files.newInputStream(file)));
        } catch (NoSuchFileException e) {
            throw new ImportException("there is no seed file %s".formatted(file), e);
        } catch (IOException e) {
            throw new ImportException("cannot read seed file %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void close(CountedFile file) {
        try {
            file.close();
        } catch (IOException _) {
            // nothing of it was read
        }
    }

    long taken() {
        return opened.stream().mapToLong(CountedFile::taken).sum();
    }

    /** In bytes, as it was when opened; 0 for a pipe and what else has no size. */
    long size() {
        return size;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0;
        }
    }
}
