package fobsmith.fuzz;

import fobsmith.seedfiles.Leniency;
import fobsmith.seedfiles.ReadingTerms;
import fobsmith.seedfiles.SeedFileException;
import fobsmith.seedfiles.SeedFileFormat;
import fobsmith.seedfiles.SeedFileReader;
import fobsmith.seedfiles.TransportKeys;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Seed files of the format that the system property {@code fuzz.format} names, or of whatever they look like; read with the
 * keys that open the fixtures, on strict terms, or with every leniency where the last byte is odd.
 */
final class SeedFileFuzz {
    private static final Optional<SeedFileFormat> FORMAT =
            Optional.ofNullable(System.getProperty("fuzz.format")).flatMap(SeedFileFormat::named);
    private static final int LONGEST_MESSAGE = 400;
    private static final PrivateKey KEY = rsaKey();

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

                @Override
                public Optional<PrivateKey> privateKey(X509Certificate certificate) {
                    return Optional.of(KEY);
                }
            });
    private static final ReadingTerms LENIENT = Stream.of(Leniency.values())
            .reduce(TERMS, ReadingTerms::tolerating, (first, _) -> first)
            .reportingTo(omission -> requireOneSentence(omission.reason()));

    private SeedFileFuzz() {}

    private static PrivateKey rsaKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void fuzzerTestOneInput(byte[] file) {
        boolean lenient = file.length > 0 && (file[file.length - 1] & 1) == 1;
        try (var reader = open(new ByteArrayInputStream(file), lenient ? LENIENT : TERMS)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                next.get().close();
            }
        } catch (SeedFileException e) {
            requireOneSentence(String.valueOf(e.getMessage()));
        }
    }

    private static SeedFileReader open(ByteArrayInputStream file, ReadingTerms terms) {
        return FORMAT.map(format -> format.open(file, terms)).orElseGet(() -> SeedFileReader.open(file, terms));
    }

    private static void requireOneSentence(String message) {
        if (message.isBlank()
                || message.length() > LONGEST_MESSAGE
                || message.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("not one short sentence: " + message);
        }
    }
}
