package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the shared fixtures and reads key containers whole. */
final class Fixtures {
    private Fixtures() {}

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(Path.of("../../fixtures", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static PskcReader reader(String xml) {
        return PskcReader.open(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    static PskcReader reader(String xml, ReadingTerms terms) {
        return PskcReader.open(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), terms);
    }

    /** Reads to the end, closing each package; answers what they print. */
    static List<String> readThrough(SeedFileReader reader) {
        var printed = new ArrayList<String>();
        try (reader) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                try (var keyPackage = next.get()) {
                    printed.add(keyPackage.toString());
                }
            }
        }
        return printed;
    }

    /** Every key with its seed as text, its counter and its issuer. */
    static List<String> keys(SeedFileReader reader) {
        var told = new ArrayList<String>();
        try (reader) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                try (var key = next.get()) {
                    told.add("%s, %s, \"%s\", counter %s, issuer \"%s\""
                            .formatted(
                                    key.serial(),
                                    key.profile(),
                                    key.seed().use(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)),
                                    key.counter().isPresent() ? key.counter().getAsLong() : "none",
                                    key.issuer()));
                }
            }
        }
        return told;
    }

    /** A fixture, whatever its format. */
    static SeedFileReader open(String name, ReadingTerms terms) {
        return SeedFileReader.open(new ByteArrayInputStream(bytes(name)), terms);
    }

    static SeedFileReader openText(String text, ReadingTerms terms) {
        return SeedFileReader.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), terms);
    }

    static KeyPackage first(String name) {
        try (var reader = reader(text(name))) {
            Optional<KeyPackage> first = reader.next();
            return first.orElseThrow();
        }
    }
}
