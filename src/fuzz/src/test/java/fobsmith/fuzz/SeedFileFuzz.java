package fobsmith.fuzz;

import fobsmith.seedfiles.ReadingTerms;
import fobsmith.seedfiles.SeedFileException;
import fobsmith.seedfiles.SeedFileFormat;
import fobsmith.seedfiles.SeedFileReader;
import fobsmith.seedfiles.TransportKeys;
import java.io.ByteArrayInputStream;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Seed files of the format that the system property {@code fuzz.format} names, or of whatever they look like; read with the
 * keys that open the fixtures.
 */
final class SeedFileFuzz {
    private static final Optional<SeedFileFormat> FORMAT =
            Optional.ofNullable(System.getProperty("fuzz.format")).flatMap(SeedFileFormat::named);
    private static final int LONGEST_MESSAGE = 400;

    private static final ReadingTerms TERMS = ReadingTerms.STRICT
            .withEventBased()
            .openedBy(new TransportKeys() {
                @Override
                public Optional<byte[]> preSharedKey(String name) {
                    return Optional.of(HexFormat.of().parseHex("12345678901234567890123456789012"));
                }

                @Override
                public Optional<char[]> password(String name) {
                    return Optional.of((name.startsWith("My Password") ? "qwerty" : "correct horse").toCharArray());
                }
            });

    private SeedFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] file) {
        try (var reader = open(new ByteArrayInputStream(file))) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                next.get().close();
            }
        } catch (SeedFileException e) {
            requireOneSentence(String.valueOf(e.getMessage()));
        }
    }

    private static SeedFileReader open(ByteArrayInputStream file) {
        return FORMAT.map(format -> format.open(file, TERMS)).orElseGet(() -> SeedFileReader.open(file, TERMS));
    }

    private static void requireOneSentence(String message) {
        if (message.isBlank()
                || message.length() > LONGEST_MESSAGE
                || message.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("not one short sentence: " + message);
        }
    }
}
