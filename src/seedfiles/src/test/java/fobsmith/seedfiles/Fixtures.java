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
    static List<String> readThrough(PskcReader reader) {
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

    static KeyPackage first(String name) {
        try (var reader = reader(text(name))) {
            Optional<KeyPackage> first = reader.next();
            return first.orElseThrow();
        }
    }
}
